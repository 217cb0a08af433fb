/** Cases: those that are not closed, or some by their keys in whatever state. */
import { type Id, id } from '#kernel/ids.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import type { BookRow } from '../../rules/column.ts';
import { type RowsAsked, accountsAsked, textOrEmpty } from './asked.ts';

type Row = {
  account_id: string;
  case_id: string;
  account: string;
  name: string;
  company: string;
  reason: string;
  documents: string[];
  currency: string;
  amount_minor: bigint;
  opened_on: string;
  answer_by: string | null;
  state: string;
  department: string;
  coordinator_id: string | null;
  owner_id: string | null;
};

/** Those that owe an answer first stand first. */
export async function disputeRows(db: Queries, asked: RowsAsked): Promise<BookRow[]> {
  const { only } = asked;
  const chosen = only
    ? sql`d.account_id = any(${only.accounts}::uuid[]) and d.case_id = any(${only.targets}::uuid[])`
    : sql`d.state <> 'closed'`;
  const rows = await db.all(sql<Row>`
    select d.account_id, d.case_id, c.account, c.name, c.company, d.reason, d.documents,
           d.currency, d.amount_minor, d.opened_on, d.answer_by, d.state, d.department,
           d.coordinator_id, d.owner_id
      from disputes.case_desk d
      join customers.account_card c on c.account_id = d.account_id
     where ${allOf([accountsAsked(asked), chosen])}
     order by d.answer_by nulls last, c.account, d.case_id
     limit ${asked.limit}`);
  return rows.map((row) => ({
    key: `${row.account_id}:${row.case_id}`,
    accountId: id(row.account_id),
    targetId: id(row.case_id),
    values: {
      account: row.account,
      name: row.name,
      company: row.company,
      reason: row.reason,
      documents: row.documents.join(', '),
      currency: row.currency,
      amount: formatMoney(money(row.amount_minor, currency(row.currency))),
      opened_on: row.opened_on,
      answer_by: textOrEmpty(row.answer_by),
      state: row.state,
      department: row.department,
      coordinator: textOrEmpty(row.coordinator_id),
      finder: textOrEmpty(row.owner_id),
    },
  }));
}

/** Somebody outside AR who must find out; null when it is nobody or one of the desk. */
export async function outsiderOf(
  db: Queries,
  accountId: Id,
  caseId: Id,
): Promise<{ name: string; email: string } | null> {
  const row = await db.maybe(sql<{ name: string; email: string }>`
    select d.outside_name as name, d.outside_email as email
      from disputes.case_desk d
     where d.account_id = ${accountId}
       and d.case_id    = ${caseId}
       and d.outside_name is not null
       and d.outside_email is not null`);
  return row ?? null;
}
