/** How the desk treats its customers: complaints that are open, and addresses that came back. */
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Book } from './asked.ts';

export type QualityRow = { complaints: bigint; unanswered: bigint; bounced: bigint };

export async function quality(db: Queries, { companies, today }: Book): Promise<QualityRow> {
  return db.one(sql<QualityRow>`
    select (select count(*)
              from complaints.complaint_card c
             where ${inCompanies(sql`c.company_id`, companies)}) as complaints,
           (select count(*)
              from complaints.complaint_card c
             where c.answered_on is null
               and c.answer_by < ${today}::date
               and ${inCompanies(sql`c.company_id`, companies)}) as unanswered,
           (select count(*)
              from correspondence.bounce_card b
              join customers.account_scope s on s.account_id = b.account_id
             where ${inCompanies(sql`s.company_id`, companies)}) as bounced`);
}
