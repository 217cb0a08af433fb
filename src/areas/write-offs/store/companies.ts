/** What a sweep needs to know of a company. */
import type { Id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function companyNamed(
  db: Queries,
  companyId: Id,
): Promise<{ name: string; base: Currency }> {
  const row = await db.one(sql<{ name: string; base_currency: string }>`
    select c.name, c.base_currency
      from team.company c
     where c.company_id = ${companyId}`);
  return { name: row.name, base: currency(row.base_currency) };
}
