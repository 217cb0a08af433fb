/** People behind customers, once for each account that they stand behind. */
import { id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import type { BookRow } from '../../rules/column.ts';
import { type RowsAsked, accountsAsked, textOrEmpty } from './asked.ts';

type Row = {
  account_id: string;
  contact_id: string;
  account: string;
  account_name: string;
  company: string;
  role: string;
  name: string;
  email: string | null;
  phone: string | null;
  language: string;
  zone: string | null;
  verified_on: string | null;
};

export async function contactRows(db: Queries, asked: RowsAsked): Promise<BookRow[]> {
  const { only } = asked;
  const rows = await db.all(sql<Row>`
    select t.account_id, t.contact_id, c.account, c.name as account_name, c.company, t.role,
           t.name, t.email, t.phone, t.language, t.zone, t.verified_on
      from customers.account_person t
      join customers.account_card c on c.account_id = t.account_id
     where ${allOf([
       accountsAsked(asked),
       sql`c.merged_into is null`,
       only && sql`t.contact_id = any(${only.targets}::uuid[])`,
     ])}
     order by c.company, c.account, t.name, t.contact_id
     limit ${asked.limit}`);
  return rows.map((row) => ({
    key: `${row.account_id}:${row.contact_id}`,
    accountId: id(row.account_id),
    targetId: id(row.contact_id),
    values: {
      account: row.account,
      name: row.account_name,
      company: row.company,
      verified_on: textOrEmpty(row.verified_on),
      contact: row.name,
      role: row.role,
      email: textOrEmpty(row.email),
      phone: textOrEmpty(row.phone),
      language: row.language,
      zone: textOrEmpty(row.zone),
    },
  }));
}
