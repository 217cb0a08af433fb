/** Accounts by the number that an order system calls them, within what the reader sees. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { prepared, sql } from '#platform/postgres/sql.ts';

export type AccountName = { readonly account: string; readonly company: string | undefined };

/** For each name the accounts that it may mean; a merged one leads on. */
export async function accountsCalled(
  db: Queries,
  names: readonly AccountName[],
  companies: CompanyScope,
): Promise<Id[][]> {
  const rows = await db.all(
    prepared(sql<{ at: number; account_id: string }>`
    select n.at::integer as at, coalesce(a.merged_into, a.account_id) as account_id
      from unnest(${names.map(({ account }) => account.toUpperCase())}::text[],
                  ${names.map(({ company }) => company ?? null)}::text[])
           with ordinality as n (account, company, at)
      join customers.account_called a on upper(a.number) = n.account
     where (n.company is null or n.company = a.company)
       and ${inCompanies(sql`a.company_id`, companies)}`),
  );
  const found = names.map((): Id[] => []);
  for (const row of rows) found[row.at - 1]?.push(id(row.account_id));
  return found;
}
