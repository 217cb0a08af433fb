/** Accounts as they stand now, for the sheets whose rows are accounts. */
import { id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { BookRow } from '../../rules/column.ts';
import { type RowsAsked, accountsAsked, comeBack, textOrEmpty } from './asked.ts';

type Row = {
  account_id: string;
  account: string;
  name: string;
  company: string;
  owner_id: string | null;
  come_back: string | null;
};

/** One row an account. */
export async function accountRows(db: Queries, asked: RowsAsked): Promise<BookRow[]> {
  const rows = await db.all(sql<Row>`
    select c.account_id, c.account, c.name, c.company, c.owner_id,
           ${comeBack(asked)} as come_back
      from customers.account_card c
      join team.company co on co.company_id = c.company_id
     where ${accountsAsked(asked)}
     order by c.company, c.account
     limit ${asked.limit}`);
  return rows.map((row) => ({
    key: row.account_id,
    accountId: id(row.account_id),
    targetId: id(row.account_id),
    values: {
      account: row.account,
      name: row.name,
      company: row.company,
      owner: textOrEmpty(row.owner_id),
      come_back: textOrEmpty(row.come_back),
    },
  }));
}
