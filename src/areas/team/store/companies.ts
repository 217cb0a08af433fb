/**
 * The companies of the desk and which of them a reader sees.
 *
 * The invented company of the first start steps back as soon as a real one exists: it stays
 * in the book, but only those who name it see it.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, prepared, sql } from '#platform/postgres/sql.ts';

export type Company = {
  readonly companyId: Id;
  readonly code: string;
  readonly name: string;
  readonly baseCurrency: Currency;
  readonly zone: string;
  readonly demo: boolean;
};

type CompanyRow = {
  company_id: string;
  code: string;
  name: string;
  base_currency: string;
  zone: string;
  demo: boolean;
};

/** The companies that a reader may see at all, by code; the invented one is the last. */
export async function companies(db: Queries, allowed: CompanyScope): Promise<Company[]> {
  return (await db.all(selectCompanies(inCompanies(sql`company_id`, allowed)))).map(company);
}

export async function companyByCode(db: Queries, code: string): Promise<Company | undefined> {
  const row = await db.maybe(selectCompanies(sql`code = ${code}`));
  return row && company(row);
}

/**
 * The companies to show: the one that is named, or all that the reader may see, without the
 * invented one when a real one exists. Empty when the named one is not to be seen.
 */
export async function companiesInScope(
  db: Queries,
  allowed: CompanyScope,
  code?: string,
): Promise<Id[]> {
  const seen = await companies(db, allowed);
  if (code !== undefined) {
    return seen.filter((each) => each.code === code).map((each) => each.companyId);
  }
  const real = seen.filter((each) => !each.demo);
  return (real.length > 0 ? real : seen).map((each) => each.companyId);
}

export async function insertCompany(tx: Tx, made: Company): Promise<void> {
  await tx.run(sql`
    insert into team.company (company_id, code, name, base_currency, zone, demo)
    values (${made.companyId}, ${made.code}, ${made.name}, ${made.baseCurrency}, ${made.zone},
            ${made.demo})`);
}

function selectCompanies(condition: Sql): Sql<CompanyRow> {
  return prepared<CompanyRow>`
    select company_id, code, name, base_currency, zone, demo
      from team.company
     where ${condition}
     order by demo, code`;
}

function company(row: CompanyRow): Company {
  return {
    companyId: id(row.company_id),
    code: row.code,
    name: row.name,
    baseCurrency: currency(row.base_currency),
    zone: row.zone,
    demo: row.demo,
  };
}

/** The companies whose day is told by this zone. */
export async function companiesInZone(db: Queries, zone: string): Promise<Id[]> {
  const rows = await db.all(sql<{ company_id: string }>`
    select c.company_id
      from team.company c
     where c.zone = ${zone}
     order by c.company_id`);
  return rows.map((row) => id(row.company_id));
}
