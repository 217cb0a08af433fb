/** Accounts by the number that an order system calls them, many at once. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { prepared } from '#platform/postgres/sql.ts';

export type AccountName = { readonly account: string; readonly company: string | undefined };

export type CalledAccount = { readonly accountId: Id; readonly companyId: Id };

/** For each name the accounts that it may mean; a merged one leads on. */
export async function accountsCalled(
  db: Queries,
  names: readonly AccountName[],
): Promise<CalledAccount[][]> {
  const rows = await db.all(prepared<{ at: number; account_id: string; company_id: string }>`
    select n.at::integer as at, coalesce(a.merged_into, a.account_id) as account_id,
           a.company_id
      from unnest(${names.map(({ account }) => account.toUpperCase())}::text[],
                  ${names.map(({ company }) => company ?? null)}::text[])
           with ordinality as n (account, company, at)
      join customers.account_called a on upper(a.number) = n.account
     where n.company is null or n.company = a.company`);
  const found = names.map((): CalledAccount[] => []);
  for (const row of rows) {
    const called = { accountId: id(row.account_id), companyId: id(row.company_id) };
    found[row.at - 1]?.push(called);
  }
  return found;
}
