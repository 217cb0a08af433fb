/** Which accounts a rebuild is about. */
import type { Id } from '#kernel/ids.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

/** Which accounts: some, or those of all companies of a zone. */
export type Scope = { readonly accountIds: readonly Id[] } | { readonly zone: string };

/** A condition that an account id belongs to the scope. */
export function filter(scope: Scope, accountId: Sql): Sql<boolean> {
  if ('accountIds' in scope) return sql<boolean>`${accountId} = any(${scope.accountIds}::uuid[])`;
  return sql<boolean>`${accountId} in (
    select z.account_id
      from customers.account_card z
      join team.company co on co.company_id = z.company_id
     where co.zone = ${scope.zone})`;
}
