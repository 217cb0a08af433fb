/** Moments that a reader compares with: the last look at the aging, the last import. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Opening = { readonly asOf: Day; readonly knownAt: Instant };

/** The last time that the person had answered the whole aging review. */
export async function lastLook(db: Queries, memberId: Id): Promise<Opening | undefined> {
  const row = await db.maybe(sql<{ looked_on: string; at: string }>`
    select looked_on, at
      from reports.review_look
     where member_id = ${memberId}
     order by looked_on desc
     limit 1`);
  return row && { asOf: day(row.looked_on), knownAt: instant(row.at) };
}

/** The last moment before the newest import was recorded; its facts are told after it. */
export async function beforeLastImport(db: Queries): Promise<Instant | undefined> {
  const row = await db.maybe(sql<{ before: string }>`
    select recorded_at - interval '1 microsecond' as before
      from ledger.latest_import`);
  return row && instant(row.before);
}
