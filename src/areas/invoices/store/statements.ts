/** Reads what a statement of account lists. */
import { type Day, day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import { type Buckets, age, bucketOf } from '#areas/ledger/rules/aging.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { StatementItem } from '../rules/statement.ts';

export type StatementOf = {
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly language: 'en' | 'es';
};

/** Whom a statement is for; undefined when there is no such account. */
export async function statementOf(db: Queries, accountId: Id): Promise<StatementOf | undefined> {
  return db.maybe(sql<StatementOf>`
    select c.account, c.name, c.company_name as company, c.language
      from customers.account_card c
     where c.account_id = ${accountId}`);
}

export type OpenPosition = { readonly buckets: bigint[]; readonly unapplied: bigint };

/** Balance by currency at the close of a day, split by age. */
export async function positionsOn(
  db: Queries,
  accountId: Id,
  asOf: Day,
  edges: Buckets,
): Promise<Map<Currency, OpenPosition>> {
  const rows = await db.all(sql<{
    currency: string;
    due_on: string;
    open_minor: bigint;
    aged: boolean;
  }>`
    select currency, due_on, open_minor, aged
      from ledger.account_items_on(${accountId}::uuid, ${asOf}::date)`);
  const positions = new Map<Currency, { buckets: bigint[]; unapplied: bigint }>();
  for (const row of rows) {
    const code = currency(row.currency);
    const position = positions.get(code) ?? {
      buckets: edges.concat(0).map(() => 0n),
      unapplied: 0n,
    };
    const index = bucketOf(age(asOf, day(row.due_on)), edges);
    if (row.aged) position.buckets[index] = (position.buckets[index] ?? 0n) + row.open_minor;
    else position.unapplied += row.open_minor;
    positions.set(code, position);
  }
  return positions;
}

/** Balance by currency at the opening of a day. */
export async function openingOn(
  db: Queries,
  accountId: Id,
  from: Day,
): Promise<Map<Currency, bigint>> {
  const rows = await db.all(sql<{ currency: string; balance: bigint }>`
    select currency, sum(open_minor)::bigint as balance
      from ledger.account_items_on(${accountId}::uuid, ${plusDays(from, -1)}::date)
     group by currency`);
  return new Map(rows.map((row) => [currency(row.currency), row.balance]));
}

/** Items that became effective in the period, oldest first, with their currency. */
export async function itemsBetween(
  db: Queries,
  accountId: Id,
  from: Day,
  to: Day,
): Promise<(StatementItem & { readonly currency: Currency })[]> {
  const rows = await db.all(sql<{
    currency: string;
    effective_on: string;
    number: string;
    kind: string;
    reference: string | null;
    due_on: string | null;
    amount: bigint;
  }>`
    select m.currency, m.effective_on, m.number, m.kind, m.reference, m.due_on, m.amount
      from ledger.movement m
     where m.account_id = ${accountId}
       and m.effective_on between ${from} and ${to}
     order by m.effective_on, m.item_id`);
  return rows.map((row) => ({
    currency: currency(row.currency),
    on: day(row.effective_on),
    document: row.number,
    kind: row.kind,
    reference: row.reference,
    dueOn: row.due_on === null ? null : day(row.due_on),
    amount: row.amount,
  }));
}
