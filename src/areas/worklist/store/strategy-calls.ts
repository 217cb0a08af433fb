/** Calls that strategies ask for and that nobody has made. */
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CallFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account, the one for most first. */
export async function strategyCalls(
  db: Queries,
  scope: Scope,
): Promise<ReadonlyMap<string, readonly CallFact[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    step: string;
    currency: string;
    amount_minor: bigint;
    days_late: number;
  }>`
    select c.account_id, c.step, c.currency, c.amount_minor, c.days_late
      from strategies.call_card c
     where ${filter(scope, sql`c.account_id`)}
     order by c.account_id, c.amount_minor desc, c.step`);
  const calls = rows.map((row) => ({
    accountId: row.account_id,
    step: row.step,
    amount: money(row.amount_minor, row.currency),
    daysLate: row.days_late,
  }));
  return Map.groupBy(calls, ({ accountId }) => accountId);
}
