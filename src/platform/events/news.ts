/**
 * Whether anything was told since a moment: what was computed before stands until there is news.
 *
 * Ids are given before their transactions end, so a mark looks back half a minute and counts:
 * news that were under way then raise the count as they come in.
 */
import { composeId, type Id } from '#kernel/ids.ts';
import type { Queries } from '../postgres/db.ts';
import { sql } from '../postgres/sql.ts';

export type NewsMark = { readonly since: Id; readonly count: number };

const lookBackMs = 30_000;
/** So many news are news, however many more there are. */
const most = 2000;

/** The mark of now, to be taken before what it is for is read. */
export async function markNews(db: Queries): Promise<NewsMark> {
  const since = composeId(Date.now() - lookBackMs, 0, 0, 0);
  return { since, count: await countSince(db, since) };
}

/** Whether there are news that the mark does not know. */
export async function isOutdated(db: Queries, { since, count }: NewsMark): Promise<boolean> {
  const now = await countSince(db, since);
  return now !== count || now >= most;
}

async function countSince(db: Queries, since: Id): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count
      from (select
              from platform.event e
             where e.event_id > ${since}
             limit ${most}) n`);
  return Number(count);
}
