/** Says by which words an account is grouped; the whole set at once, with the reason. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type TagRefusal, readTags } from '../rules/tags.ts';
import { lockNow } from '../store/accounts.ts';
import { insertTags, tagsOf } from '../store/tags.ts';
import { recordActivity } from '../store/timeline.ts';

export type SetTags = { readonly accountId: Id; readonly tags: readonly string[] };

/** The same set again is no news and leaves no row. */
export async function setTags(
  context: Context,
  { accountId, tags: said }: SetTags,
): Promise<Outcome<{ tags: readonly string[] }, TagRefusal | 'customers.no_such_account'>> {
  const read = readTags(said);
  if (!read.ok) return read;
  const tags = read.value;
  if (!(await lockNow(context.tx, accountId))) return refuse('customers.no_such_account');
  const before = (await tagsOf(context.tx, accountId)) ?? [];
  if (before.join(' ') === tags.join(' ')) return accept({ tags });
  const recorded = { at: context.at, actor: context.actor.ref, reason: context.reason };
  await insertTags(context.tx, { accountId, tags }, recorded);
  await recordActivity(context, {
    accountId,
    kind: 'account',
    phrase: tags.length === 0 ? 'activity.tags_removed' : 'activity.tags_set',
    facts: { tags: tags.join(', ') },
    text: context.reason,
    touch: false,
  });
  context.did({ what: 'tags', id: accountId, facts: { tags: tags.join(' ') } });
  return accept({ tags });
}
