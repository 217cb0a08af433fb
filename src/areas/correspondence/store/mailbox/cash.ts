/** Remittances that wait for the cash desk. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function waitingForCash(
  db: Queries,
  most: number,
): Promise<{ readonly mailId: Id; readonly companyId: Id; readonly currency: string }[]> {
  const rows = await db.all(sql<{ mail_id: string; company_id: string; currency: string }>`
    select n.mail_id, n.company_id, c.base_currency as currency
      from correspondence.mail_now n
      join team.company c on c.company_id = n.company_id
     where n.cash = 'waiting'
     order by n.received_at, n.mail_id
     limit ${most}`);
  return rows.map(({ mail_id, company_id, currency }) => ({
    mailId: id(mail_id),
    companyId: id(company_id),
    currency,
  }));
}
