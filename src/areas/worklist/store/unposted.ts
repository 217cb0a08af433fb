/** Money that the bank has and nobody posted yet, as the day’s list sees it. */
import { type Day, day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { UnpostedFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account: what has come by today, one row a currency. */
export async function unpostedRows(
  db: Queries,
  scope: Scope,
  today: Day,
): Promise<Map<string, UnpostedFact[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    currency: string;
    amount_minor: bigint;
    since: string;
  }>`
    select u.account_id, u.currency, u.amount_minor, u.since
      from cash.unposted_money u
     where u.since <= ${today}
       and ${filter(scope, sql`u.account_id`)}
     order by u.account_id, u.currency`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.account_id)].map(([accountId, own]) => [
      accountId,
      own.map((row) => ({ amount: money(row.amount_minor, row.currency), since: day(row.since) })),
    ]),
  );
}
