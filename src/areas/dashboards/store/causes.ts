/**
 * Why money is late: open disputes and overdue items by the cause that was found,
 * or not known yet.
 */
import type { RootCause } from '#areas/disputes/rules/cause.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Book } from './asked.ts';

export type CauseRow = { cause: RootCause; amount: bigint; cases: bigint };

/** The largest first. */
export async function causes(db: Queries, { companies, currency }: Book): Promise<CauseRow[]> {
  return db.all(sql<CauseRow>`
    select coalesce(f.cause, 'unknown') as cause, sum(f.amount_minor)::bigint as amount,
           count(*) as cases
      from disputes.late_cause_fact f
     where f.still_open
       and f.currency = ${currency}
       and ${inCompanies(sql`f.company_id`, companies)}
     group by 1
    having sum(f.amount_minor) > 0
     order by amount desc, cause`);
}
