/** Accounts with orders that wait, as the day's list sees them. */
import { day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { HoldFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account. */
export async function holdRows(db: Queries, scope: Scope): Promise<Map<string, HoldFact>> {
  const rows = await db.all(sql<{
    account_id: string;
    orders: number;
    alerts: number;
    since_on: string;
  }>`
    select h.account_id, h.orders, h.alerts, (h.since at time zone co.zone)::date as since_on
      from credit.hold_card h
      join customers.account_card c on c.account_id = h.account_id
      join team.company co on co.company_id = c.company_id
     where ${filter(scope, sql`h.account_id`)}`);
  return new Map(
    rows.map(({ account_id: accountId, orders, alerts, since_on: since }) => [
      accountId,
      { orders, alerts, since: day(since) },
    ]),
  );
}
