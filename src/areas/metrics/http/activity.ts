/** Activity against result over HTTP. */
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { readActivity } from '../answers/activity.ts';
import * as contract from '../contract/activity.ts';
import { ask } from './ask.ts';

export const activityRoutes: readonly Served[] = [
  serve(contract.activity, async ({ query, session, desk }) => {
    const list = listName('activity', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const question = await ask(query, session, desk);
    if (!question.ok) return question;
    const page = { limit: query.limit, offset: offset.value };
    const found = await readActivity(desk.db, question.value, query.by, page);
    const { asOf, period, scope } = question.value;
    return accept({
      ...found,
      asOf,
      period,
      currency: scope.currency,
      nextCursor: nextOffset(list, offset.value + found.rows.length, found.count),
    });
  }),
];
