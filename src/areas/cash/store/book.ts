/** The book that receipts are matched against: accounts, what is open, what was paid lately. */
import { type Day, day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { BookParts, ClosedItem, KnownAccount, OpenItem } from '../rules/matching/model.ts';
import { earlierReceipts } from './earlier.ts';

/** Documents paid within so many days explain a duplicate; older ones are forgotten. */
const paidLately = 400;

/** Everything that `openBook` wants of a company, as of today. */
export async function bookParts(db: Queries, companyId: Id, today: Day): Promise<BookParts> {
  const [accounts, openItems, closedItems, earlier] = await Promise.all([
    knownAccounts(db, companyId, today),
    openItemsOfCompany(db, companyId),
    closedItemsOf(db, companyId, plusDays(today, -paidLately)),
    earlierReceipts(db, companyId, plusDays(today, -120)),
  ]);
  return { accounts, openItems, closedItems, earlier };
}

async function knownAccounts(db: Queries, companyId: Id, today: Day): Promise<KnownAccount[]> {
  const rows = await db.all(sql<{
    account_id: string;
    account: string;
    name: string;
    parent_id: string | null;
  }>`
    select a.account_id, a.account, a.name, p.account_id as parent_id
      from customers.account_card a
      left join customers.family_on(${today}) f on f.customer_id = a.customer_id
                                               and f.head_id <> a.customer_id
      left join customers.account_card p on p.customer_id = f.head_id
                                        and p.company_id  = a.company_id
                                        and p.merged_into is null
     where a.company_id = ${companyId}
       and a.kind <> 'house'
       and a.merged_into is null`);
  return rows.map(({ account_id, account, name, parent_id }) => ({
    id: account_id,
    number: account,
    name,
    parentId: parent_id,
  }));
}

async function openItemsOfCompany(db: Queries, companyId: Id): Promise<OpenItem[]> {
  const rows = await db.all(sql<{
    item_id: string;
    account_id: string;
    number: string;
    kind: string;
    side: number;
    currency: string;
    issued_on: string;
    due_on: string;
    amount_minor: bigint;
    free_minor: bigint;
    reference: string;
    until_on: string | null;
    offer_minor: bigint | null;
  }>`
    select i.item_id, i.account_id, i.number, i.kind, i.side, i.currency, i.issued_on, i.due_on,
           i.amount_minor, i.open_minor - i.reserved_minor as free_minor, i.reference, o.until_on,
           o.amount_minor as offer_minor
      from ledger.open_item i
      left join lateral (select c.until_on, c.amount_minor
                           from ledger.offer_card c
                          where c.account_id = i.account_id
                            and c.item_id    = i.item_id
                          order by c.amount_minor desc
                          limit 1) o on true
     where i.company_id = ${companyId}
       and i.open_minor > i.reserved_minor
       and i.kind in ('invoice', 'debit_memo', 'charge', 'credit_memo')`);
  return rows.map((row) => ({
    id: row.item_id,
    accountId: row.account_id,
    number: row.number,
    kind: kindOf(row.kind),
    currency: currency(row.currency),
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    totalMinor: row.amount_minor,
    openMinor: row.side === 1 ? row.free_minor : -row.free_minor,
    discount:
      row.until_on === null || row.offer_minor === null
        ? null
        : { by: day(row.until_on), minor: row.offer_minor },
    poNumber: row.kind === 'invoice' ? row.reference : '',
  }));
}

function kindOf(kind: string): OpenItem['kind'] {
  if (kind === 'invoice' || kind === 'credit_memo') return kind;
  return 'debit_memo';
}

async function closedItemsOf(db: Queries, companyId: Id, from: Day): Promise<ClosedItem[]> {
  const rows = await db.all(sql<{
    item_id: string;
    account_id: string;
    number: string;
    amount_minor: bigint;
  }>`
    select d.item_id, d.account_id, d.number, d.amount_minor
      from ledger.dated_item d
      join customers.account_card a on a.account_id = d.account_id
      left join ledger.open_item i on i.account_id = d.account_id and i.item_id = d.item_id
     where a.company_id = ${companyId}
       and d.kind       = 'invoice'
       and d.issued_on >= ${from}
       and i.item_id is null`);
  return rows.map((row) => ({
    id: row.item_id,
    accountId: row.account_id,
    number: row.number,
    totalMinor: row.amount_minor,
  }));
}
