/** What a template is filled with: the account, our sender, the items, the latest open promise. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type AccountFacts = {
  readonly number: string;
  readonly name: string;
  readonly language: Language;
  readonly customerId: Id;
  readonly companyId: Id;
  readonly company: string;
};

export async function accountFacts(db: Queries, accountId: Id): Promise<AccountFacts | undefined> {
  const row = await db.maybe(sql<{
    account: string;
    name: string;
    language: Language;
    customer_id: string;
    company_id: string;
    company_name: string;
  }>`
    select account, name, language, customer_id, company_id, company_name
      from customers.account_card
     where account_id = ${accountId}`);
  return (
    row && {
      number: row.account,
      name: row.name,
      language: row.language,
      customerId: id(row.customer_id),
      companyId: id(row.company_id),
      company: row.company_name,
    }
  );
}

export type ItemFacts = {
  readonly itemId: Id;
  readonly number: string;
  readonly po: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly amount: Money;
  readonly open: Money;
};

/** What is open of the account: these items, or everything that is owed when none is named. */
export async function itemFacts(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<ItemFacts[]> {
  const rows = await db.all(sql<{
    item_id: string;
    number: string;
    po_number: string | null;
    issued_on: string;
    due_on: string;
    currency: string;
    amount_minor: bigint;
    open_minor: bigint;
  }>`
    select i.item_id, i.number, d.po_number, coalesce(i.issued_on, i.effective_on) as issued_on,
           coalesce(i.due_on, i.effective_on) as due_on, i.currency, i.amount_minor, i.open_minor
      from ledger.open_item i
      left join invoices.document_card d on d.account_id  = i.account_id
                                        and d.document_id = i.document_id
     where i.account_id = ${accountId}
       and i.side       = 1
       and (${itemIds.length === 0} or i.item_id = any(${itemIds}::uuid[]))
     order by due_on, i.number, i.item_id
     limit 500`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    number: row.number,
    po: row.po_number ?? '',
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    amount: money(row.amount_minor, row.currency),
    open: money(row.open_minor, row.currency),
  }));
}

/** The latest promise that still stands. */
export async function latestPromise(
  db: Queries,
  accountId: Id,
): Promise<{ amount: Money; dueOn: Day } | undefined> {
  const row = await db.maybe(sql<{ currency: string; amount_minor: bigint; due_on: string }>`
    select currency, amount_minor, due_on
      from promises.promise_card
     where account_id = ${accountId}
       and state      = 'open'
     order by made_on desc, promise_id desc
     limit 1`);
  return row && { amount: money(row.amount_minor, row.currency), dueOn: day(row.due_on) };
}
