/**
 * Which companies a reader may see, as a condition of a query.
 *
 * A store takes the scope as an argument and puts it into every statement that is not already
 * bound to one account.
 */
import type { Id } from '#kernel/ids.ts';
import { type Sql, sql } from './sql.ts';

/** `all` is a reader without limits; an empty list sees nothing. */
export type CompanyScope = readonly Id[] | 'all';

/** True for rows of a visible company: `inCompanies(sql`a.company_id`, scope)`. */
export function inCompanies(companyId: Sql, scope: CompanyScope): Sql<boolean> {
  return scope === 'all' ? sql<boolean>`true` : sql<boolean>`${companyId} = any(${scope}::uuid[])`;
}
