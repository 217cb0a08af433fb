/** One account at a time: its company, its house, its place after a merger. */
import type { Id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function baseCurrencyOf(db: Queries, companyId: Id): Promise<Currency> {
  const row = await db.one(sql<{ base_currency: string }>`
    select base_currency
      from team.company
     where company_id = ${companyId}`);
  return currency(row.base_currency);
}

/** The number under which every company keeps its house account. */
const houseNumber = '(house)';

/** Makes the company's house account if it is not there; it has the company's own id. */
export async function insertHouse(tx: Tx, companyId: Id, at: Instant): Promise<void> {
  await tx.run(sql`
    insert into customers.customer (customer_id, number, name, made_at)
    select company_id, ${houseNumber}, name, ${at}
      from team.company
     where company_id = ${companyId}
        on conflict (customer_id) do nothing`);
  await tx.run(sql`
    insert into customers.account (account_id, company_id, customer_id, number, kind, made_at)
    values (${companyId}, ${companyId}, ${companyId}, ${houseNumber}, 'house', ${at})
        on conflict (account_id) do nothing`);
  await tx.run(sql`
    insert into customers.account_now (account_id)
    values (${companyId})
        on conflict (account_id) do nothing`);
}
