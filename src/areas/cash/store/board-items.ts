/** Open items of accounts as the match board shows them, and the names behind the ids. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type BoardItemRow = {
  readonly accountId: Id;
  readonly accountNumber: string;
  readonly itemId: Id;
  readonly document: string;
  readonly reference: string;
  readonly kind: string;
  /** Minor units; negative for a credit. */
  readonly open: bigint;
  readonly discount: bigint;
  readonly issuedOn: Day;
  readonly dueOn: Day;
};

/** What may be paid or used on these accounts, oldest due first; what is held is left out. */
export async function boardItems(
  db: Queries,
  accountIds: readonly Id[],
  asked: { readonly currency: string; readonly receivedOn: Day; readonly without: Id | null },
): Promise<BoardItemRow[]> {
  const rows = await db.all(sql<{
    account_id: string;
    account: string;
    item_id: string;
    number: string;
    reference: string;
    kind: string;
    side: number;
    free_minor: bigint;
    offer_minor: bigint;
    issued_on: string;
    due_on: string;
  }>`
    select i.account_id, a.account, i.item_id, i.number, i.reference, i.kind, i.side,
           i.open_minor - i.reserved_minor as free_minor,
           coalesce((select max(o.amount_minor)
                       from ledger.offer_card o
                      where o.account_id = i.account_id
                        and o.item_id    = i.item_id
                        and o.until_on >= ${asked.receivedOn}), 0)::bigint as offer_minor,
           i.issued_on, i.due_on
      from ledger.open_item i
      join customers.account_card a on a.account_id = i.account_id
     where i.account_id = any(${accountIds})
       and i.currency   = ${asked.currency}
       and i.open_minor > i.reserved_minor
       and i.item_id is distinct from ${asked.without}::uuid
     order by a.account, i.due_on, i.number`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    accountNumber: row.account,
    itemId: id(row.item_id),
    document: row.number,
    reference: row.reference,
    kind: row.kind,
    open: row.side === 1 ? row.free_minor : -row.free_minor,
    discount: row.offer_minor,
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
  }));
}

export type DocumentLine = {
  readonly lineNo: number;
  readonly description: string;
  readonly amount: Money;
};

/** The lines of the document of an item, as it was issued; none where nobody told them. */
export async function linesOfItem(db: Queries, accountId: Id, itemId: Id): Promise<DocumentLine[]> {
  const rows = await db.all(sql<{
    line_no: number;
    description: string;
    amount_minor: bigint;
    currency: string;
  }>`
    select l.line_no, l.description, l.net_minor + l.tax_minor as amount_minor, i.currency
      from ledger.open_item i
      join invoices.issued_line l on l.account_id  = i.account_id
                                 and l.document_id = i.document_id
     where i.account_id = ${accountId}
       and i.item_id    = ${itemId}
     order by l.line_no
     limit 500`);
  return rows.map((row) => ({
    lineNo: row.line_no,
    description: row.description,
    amount: money(row.amount_minor, row.currency),
  }));
}

export type AccountName = {
  readonly accountId: Id;
  readonly number: string;
  readonly name: string;
};

/** Accounts by number and name. */
export async function accountNames(
  db: Queries,
  accountIds: readonly Id[],
): Promise<Map<Id, AccountName>> {
  const rows = await db.all(sql<{ account_id: string; account: string; name: string }>`
    select account_id, account, name
      from customers.account_card
     where account_id = any(${accountIds})`);
  return new Map(
    rows.map((row) => [
      id(row.account_id),
      { accountId: id(row.account_id), number: row.account, name: row.name },
    ]),
  );
}

/** Numbers of items, open or not. */
export async function itemNumbers(
  db: Queries,
  items: readonly { readonly accountId: string; readonly itemId: string }[],
): Promise<Map<string, string>> {
  const rows = await db.all(sql<{ item_id: string; number: string }>`
    select i.item_id, i.number
      from unnest(${items.map(({ accountId }) => accountId)}::uuid[],
                  ${items.map(({ itemId }) => itemId)}::uuid[]) as n (account_id, item_id)
      join ledger.dated_item i on i.account_id = n.account_id and i.item_id = n.item_id`);
  return new Map(rows.map((row) => [row.item_id, row.number]));
}

/** The account and those of its family in the company: parent, children, siblings. */
export async function familyOf(db: Queries, accountId: Id, today: Day): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select b.account_id
      from customers.account_card a
      join customers.family_on(${today}) f on f.customer_id = a.customer_id
      join customers.family_on(${today}) g on g.head_id     = f.head_id
      join customers.account_card b on b.customer_id = g.customer_id
                                   and b.company_id  = a.company_id
     where a.account_id = ${accountId}
       and b.merged_into is null
     order by b.account`);
  const ids = rows.map((row) => id(row.account_id));
  return ids.includes(accountId) ? ids : [accountId, ...ids];
}
