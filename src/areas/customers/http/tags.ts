/** The words by which accounts are grouped, over HTTP. */
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { setTags } from '../actions/set-tags.ts';
import * as contract from '../contract/tags.ts';
import { tagRecord, tagsInUse, tagsOf } from '../store/tags.ts';

export const tagRoutes: readonly Served[] = [
  serve(contract.accountTags, async ({ params, desk, session }) => {
    const accountId = id(params.accountId);
    const [tags, known, record] = await Promise.all([
      tagsOf(desk.db, accountId),
      tagsInUse(desk.db),
      tagRecord(desk.db, accountId),
    ]);
    if (!tags) return refuse('customers.no_such_account');
    return accept({
      tags: [...tags],
      known,
      record: record.map((row) => ({
        ...row,
        tags: [...row.tags],
        actor: actorName(row.actor, session.language),
      })),
    });
  }),
  serve(contract.setTags, async ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const done = await perform(
      'customers.set_tags',
      body.reason,
      (context) => setTags(context, { accountId, tags: body.tags }),
      accountId,
    );
    return done.ok ? accept({ tags: [...done.value.tags] }) : done;
  }),
];
