/** The open book as the cash desk needs it: what an account owes, what it has in credit. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

export type Item = {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly itemId: Id;
  readonly documentId: Id | null;
  readonly kind: string;
  readonly side: 'debit' | 'credit';
  readonly number: string;
  /** The customer's order, or how the money came. */
  readonly reference: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly open: bigint;
  readonly reserved: bigint;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  /** Nothing can be applied to it earlier. */
  readonly effectiveOn: Day;
};

type ItemRow = {
  account_id: string;
  company_id: string;
  item_id: string;
  document_id: string | null;
  kind: string;
  side: number;
  number: string;
  reference: string;
  currency: string;
  amount_minor: bigint;
  open_minor: bigint;
  reserved_minor: bigint;
  issued_on: string;
  due_on: string;
  effective_on: string;
};

function selectItems(condition: Sql): Sql<ItemRow> {
  return sql<ItemRow>`
    select i.account_id, i.company_id, i.item_id, i.document_id, i.kind, i.side, i.number,
           i.reference, i.currency, i.amount_minor, i.open_minor, i.reserved_minor, i.issued_on,
           i.due_on, i.effective_on
      from ledger.open_item i
     where ${condition}
     order by i.due_on, i.number, i.item_id`;
}

/** What is open on these accounts, the oldest due first. */
export async function openItemsOf(
  db: Queries,
  accountIds: readonly Id[],
  code?: Currency,
): Promise<Item[]> {
  const inCurrency = code === undefined ? sql`true` : sql`i.currency = ${code}`;
  const rows = await db.all(selectItems(sql`i.account_id = any(${accountIds}) and ${inCurrency}`));
  return rows.map(itemOf);
}

function itemOf(row: ItemRow): Item {
  return {
    accountId: id(row.account_id),
    companyId: id(row.company_id),
    itemId: id(row.item_id),
    documentId: row.document_id === null ? null : id(row.document_id),
    kind: row.kind,
    side: row.side === 1 ? 'debit' : 'credit',
    number: row.number,
    reference: row.reference,
    currency: currency(row.currency),
    amount: row.amount_minor,
    open: row.open_minor,
    reserved: row.reserved_minor,
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    effectiveOn: day(row.effective_on),
  };
}

/** The day on which each of these items began to be owed. */
export async function effectiveDays(
  db: Queries,
  items: readonly { readonly accountId: Id; readonly itemId: Id }[],
): Promise<Map<Id, Day>> {
  const rows = await db.all(sql<{ item_id: string; effective_on: string }>`
    select i.item_id, i.effective_on
      from unnest(${items.map((each) => each.accountId)}::uuid[],
                  ${items.map((each) => each.itemId)}::uuid[]) as n (account_id, item_id)
      join ledger.open_item i on i.account_id = n.account_id and i.item_id = n.item_id`);
  return new Map(rows.map((row) => [id(row.item_id), day(row.effective_on)]));
}

export type Applied = {
  readonly applicationId: Id;
  readonly debitItemId: Id;
  readonly creditItemId: Id;
  readonly number: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly dueOn: Day;
  readonly kind: string;
};

/** What a credit of an account pays now, each application once. */
export async function paidBy(db: Queries, accountId: Id, creditItemId: Id): Promise<Applied[]> {
  const rows = await db.all(sql<{
    application_id: string;
    debit_item_id: string;
    number: string;
    currency: string;
    amount_minor: bigint;
    due_on: string;
    kind: string;
  }>`
    select a.application_id, a.debit_item_id, d.number, d.currency, a.amount_minor, d.due_on, a.kind
      from ledger.standing_application a
      join ledger.dated_item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
     where a.account_id     = ${accountId}
       and a.credit_item_id = ${creditItemId}
     order by d.due_on, d.number`);
  return rows.map((row) => ({
    applicationId: id(row.application_id),
    debitItemId: id(row.debit_item_id),
    creditItemId,
    number: row.number,
    currency: currency(row.currency),
    amount: row.amount_minor,
    dueOn: day(row.due_on),
    kind: row.kind,
  }));
}

/** The companies of accounts; those that are not there are left out. */
export async function companiesOfAccounts(
  db: Queries,
  accountIds: readonly Id[],
): Promise<Map<Id, Id>> {
  const rows = await db.all(sql<{ account_id: string; company_id: string }>`
    select account_id, company_id
      from customers.account_card
     where account_id = any(${accountIds})
       and kind <> 'house'`);
  return new Map(rows.map((row) => [id(row.account_id), id(row.company_id)]));
}

/** Is it an account of this company, and no house account? */
export async function isOfCompany(db: Queries, accountId: Id, companyId: Id): Promise<boolean> {
  return (await companiesOfAccounts(db, [accountId])).get(accountId) === companyId;
}

/** Accounts of a company by their number, in any capitals; a merged one leads on. */
export async function accountsByNumber(
  db: Queries,
  companyId: Id,
  numbers: readonly string[],
): Promise<Map<string, Id>> {
  const rows = await db.all(sql<{ number: string; account_id: string }>`
    select upper(a.account) as number, coalesce(a.merged_into, a.account_id) as account_id
      from customers.account_card a
     where a.company_id = ${companyId}
       and a.kind <> 'house'
       and upper(a.account) = any(${numbers.map((number) => number.trim().toUpperCase())})`);
  return new Map(rows.map((row) => [row.number, id(row.account_id)]));
}
