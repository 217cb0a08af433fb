/** Whose account an event is about, by the numbers that other programs know. */
import { id, type Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { prepared } from '#platform/postgres/sql.ts';

export type Subject = {
  readonly companyId: Id;
  readonly company: string;
  readonly account: string;
};

export async function subjectOf(db: Queries, accountId: Id): Promise<Subject | undefined> {
  const row = await db.maybe(prepared<{ company_id: string; company: string; account: string }>`
      select company_id, company, account
        from customers.account_card
       where account_id = ${accountId}`);
  return row && { ...row, companyId: id(row.company_id) };
}
