/** What a portfolio adds to loads: promises that fall due, and pins. */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Promised = { readonly count: number; readonly amount: bigint };

/** Open promises due by today, by owner, in the company's own currency. */
export async function promisesDue(
  db: Queries,
  companyId: Id,
  currency: string,
  today: Day,
): Promise<Map<Id | null, Promised>> {
  const rows = await db.all(sql<{ owner_id: string | null; count: bigint; amount: bigint }>`
    select p.owner_id, count(*) as count,
           coalesce(sum(q.amount_minor - q.received_minor)
                    filter (where q.currency = ${currency}), 0)::bigint as amount
      from promises.promise_card q
      join customers.portfolio_card p on p.account_id = q.account_id
     where p.company_id = ${companyId}
       and q.state = 'open'
       and q.due_on <= ${today}
     group by p.owner_id`);
  return new Map(
    rows.map((row) => [
      row.owner_id === null ? null : id(row.owner_id),
      { count: Number(row.count), amount: row.amount },
    ]),
  );
}
