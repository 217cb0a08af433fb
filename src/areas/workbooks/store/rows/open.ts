/** What is open: items with their account, and accounts with something open. */
import { id } from '#kernel/ids.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { BookRow } from '../../rules/column.ts';
import { type RowsAsked, accountsAsked, comeBack, textOrEmpty } from './asked.ts';

type ItemRow = {
  account_id: string;
  item_id: string;
  account: string;
  name: string;
  company: string;
  owner_id: string | null;
  come_back: string | null;
  document: string;
  kind: string;
  side: number;
  currency: string;
  issued_on: string;
  due_on: string;
  amount_minor: bigint;
  open_minor: bigint;
  disputed_minor: bigint;
};

/** Which sheet: debts alone, credits alone, or both. */
export type ItemSide = 'debts' | 'credits' | 'both';

/** Open items, the oldest of each account first; credits have an open amount below zero. */
export async function openItemRows(
  db: Queries,
  asked: RowsAsked,
  side: ItemSide,
): Promise<BookRow[]> {
  const rows = await db.all(sql<ItemRow>`
    select o.account_id, o.item_id, c.account, c.name, c.company, c.owner_id,
           ${comeBack(asked)} as come_back, o.number as document, o.kind, o.side, o.currency,
           o.issued_on, o.due_on, o.amount_minor, o.open_minor * o.side as open_minor,
           disputes.contested(d.item_id, d.amount_minor, o.open_minor) as disputed_minor
      from ledger.open_item o
      left join disputes.open_amount d on d.account_id = o.account_id and d.item_id = o.item_id
      join customers.account_card c on c.account_id = o.account_id
      join team.company co on co.company_id = c.company_id
     where ${allOf([accountsAsked(asked), ofSide(side), chosen(asked)])}
     order by c.company, c.account, o.due_on, o.item_id
     limit ${asked.limit}`);
  return rows.map(itemRow);
}

function ofSide(side: ItemSide): Sql | undefined {
  if (side === 'both') return undefined;
  return side === 'debts' ? sql`o.side = 1` : sql`o.side = -1`;
}

function chosen({ only }: RowsAsked): Sql | undefined {
  return only && sql`o.item_id = any(${only.targets}::uuid[])`;
}

function itemRow(row: ItemRow): BookRow {
  const code = currency(row.currency);
  const text = (minor: bigint): string => formatMoney(money(minor, code));
  return {
    key: `${row.account_id}:${row.item_id}`,
    accountId: id(row.account_id),
    targetId: id(row.item_id),
    values: {
      account: row.account,
      name: row.name,
      company: row.company,
      document: row.document,
      kind: row.kind,
      issued_on: row.issued_on,
      due_on: row.due_on,
      currency: row.currency,
      amount: text(row.amount_minor),
      open: text(row.open_minor),
      disputed: row.disputed_minor === 0n ? '' : text(row.disputed_minor),
      owner: textOrEmpty(row.owner_id),
      come_back: textOrEmpty(row.come_back),
    },
  };
}

type OwingRow = Pick<
  ItemRow,
  'account_id' | 'account' | 'name' | 'company' | 'owner_id' | 'come_back' | 'currency'
>;

/** Accounts with something open, one row for each of their currencies. */
export async function owingRows(db: Queries, asked: RowsAsked): Promise<BookRow[]> {
  const rows = await db.all(sql<OwingRow>`
    select c.account_id, c.account, c.name, c.company, c.owner_id,
           ${comeBack(asked)} as come_back, o.currency
      from (select o.account_id, o.currency
              from ledger.open_item o
             ${asked.only ? sql`where o.account_id = any(${asked.only.accounts}::uuid[])` : sql``}
             group by o.account_id, o.currency) o
      join customers.account_card c on c.account_id = o.account_id
      join team.company co on co.company_id = c.company_id
     where ${accountsAsked(asked)}
     order by c.company, c.account, o.currency
     limit ${asked.limit}`);
  return rows.map((row) => ({
    key: `${row.account_id}:${row.currency}`,
    accountId: id(row.account_id),
    targetId: id(row.account_id),
    values: {
      account: row.account,
      name: row.name,
      company: row.company,
      currency: row.currency,
      owner: textOrEmpty(row.owner_id),
      come_back: textOrEmpty(row.come_back),
    },
  }));
}
