/** Promises: the open ones, or some by their keys in whatever state. */
import { type Id, id } from '#kernel/ids.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import type { BookRow } from '../../rules/column.ts';
import { type RowsAsked, accountsAsked } from './asked.ts';

type Row = {
  account_id: string;
  promise_id: string;
  account: string;
  name: string;
  company: string;
  said_by: string;
  made_on: string;
  due_on: string;
  currency: string;
  amount_minor: bigint;
  received_minor: bigint;
  state: string;
};

/** The next due first. */
export async function promiseRows(db: Queries, asked: RowsAsked): Promise<BookRow[]> {
  const { only } = asked;
  const chosen = only
    ? sql`p.account_id = any(${only.accounts}::uuid[])
          and p.promise_id = any(${only.targets}::uuid[])`
    : sql`p.state = 'open'`;
  const rows = await db.all(sql<Row>`
    select p.account_id, p.promise_id, c.account, c.name, c.company, p.said_by, p.made_on,
           p.due_on, p.currency, p.amount_minor, p.received_minor, p.state
      from promises.promise_said p
      join customers.account_card c on c.account_id = p.account_id
     where ${allOf([accountsAsked(asked), chosen])}
     order by p.due_on, c.account, p.promise_id
     limit ${asked.limit}`);
  return rows.map(promiseRow);
}

function promiseRow(row: Row): BookRow {
  const code = currency(row.currency);
  const text = (minor: bigint): string => formatMoney(money(minor, code));
  return {
    key: `${row.account_id}:${row.promise_id}`,
    accountId: id(row.account_id),
    targetId: id(row.promise_id),
    values: {
      account: row.account,
      name: row.name,
      company: row.company,
      said_by: row.said_by,
      made_on: row.made_on,
      currency: row.currency,
      received: text(row.received_minor),
      state: row.state,
      due_on: row.due_on,
      amount: text(row.amount_minor),
    },
  };
}

/** What a promise was for and how it will be paid, which new words of it keep. */
export async function promiseTerms(
  db: Queries,
  accountId: Id,
  promiseId: Id,
): Promise<{ method: string | null; itemIds: Id[] } | undefined> {
  const row = await db.maybe(sql<{ method: string | null; item_ids: string[] }>`
    select p.method, p.item_ids
      from promises.promise_said p
     where p.account_id = ${accountId}
       and p.promise_id = ${promiseId}`);
  return row && { method: row.method, itemIds: row.item_ids.map(id) };
}
