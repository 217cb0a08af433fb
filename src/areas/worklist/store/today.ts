/** What the status bar adds up: promises taken today, by currency. */
import type { Day } from '#kernel/day.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

/** What was promised on a day and neither withdrawn nor replaced. */
export async function promisedOn(db: Queries, on: Day, companies: CompanyScope): Promise<Money[]> {
  const rows = await db.all(sql<{ currency: string; amount: bigint }>`
    select p.currency, sum(p.amount_minor)::bigint as amount
      from promises.promise_card p
      join customers.account_card c on c.account_id = p.account_id
     where p.made_on = ${on}
       and p.state not in ('withdrawn', 'superseded')
       and ${inCompanies(sql`c.company_id`, companies)}
     group by p.currency
     order by p.currency`);
  return rows.map((row) => money(row.amount, row.currency));
}
