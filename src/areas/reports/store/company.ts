/** A company as a report names it, with the currency of its books. */
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type ReportedCompany = {
  readonly companyId: Id;
  readonly code: string;
  readonly name: string;
  readonly baseCurrency: Currency;
};

/** The company of a code, if it is one of those that may be seen. */
export async function reportedCompany(
  db: Queries,
  code: string,
): Promise<ReportedCompany | undefined> {
  const row = await db.maybe(sql<{
    company_id: string;
    name: string;
    base_currency: string;
  }>`
    select company_id, name, base_currency from team.company where code = ${code}`);
  return (
    row && {
      companyId: id(row.company_id),
      code,
      name: row.name,
      baseCurrency: currency(row.base_currency),
    }
  );
}
