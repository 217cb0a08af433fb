/** What every row about an account begins with, and the tables that say it. */
import { inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Reading } from './sources.ts';

/** The columns of `ofAccount` in the catalogue. */
export const accountColumns: Sql = sql`
  c.company, c.account_id, c.account, c.name, nullif(c.segment, '') as segment,
  p.name as collector`;

/** Joins the account of `x.account_id`, and whose it is. */
export const accountJoins: Sql = sql`
  join customers.account_card c on c.account_id = x.account_id
  left join team.person p on p.member_id = c.owner_id`;

/** Only accounts of companies that the reader may see. */
export function inSight({ companies }: Pick<Reading, 'companies'>): Sql<boolean> {
  return inCompanies(sql`c.company_id`, companies);
}
