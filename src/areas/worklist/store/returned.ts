/** Addresses from which mail or a letter came back, as the day's list sees them. */
import { day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ReturnedFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account, the latest first, until somebody mends them. */
export async function returnedRows(
  db: Queries,
  scope: Scope,
): Promise<Map<string, ReturnedFact[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    address: string;
    since_on: string;
    by: 'email' | 'letter';
  }>`
    select b.account_id, b.address, (b.since at time zone co.zone)::date as since_on,
           'email' as by
      from correspondence.bounce_card b
      join customers.account_card c on c.account_id = b.account_id
      join team.company co on co.company_id = c.company_id
     where ${filter(scope, sql`b.account_id`)}
     union all
    select r.account_id, r.address, r.refused_on, 'letter'
      from customers.refused_address r
     where ${filter(scope, sql`r.account_id`)}
     order by account_id, since_on desc, address`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.account_id)].map(([accountId, own]) => [
      accountId,
      own.map(({ address, since_on, by }) => ({ address, since: day(since_on), by })),
    ]),
  );
}
