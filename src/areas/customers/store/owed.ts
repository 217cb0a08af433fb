/** What one account owes and how it pays, from the published views of other areas. */
import { type Day, day, plusMonths, startOfMonth } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { prepared } from '#platform/postgres/sql.ts';
import type { OpenDispute, OpenItem, OpenPromise } from '../rules/bridge.ts';
import type { When } from './page.ts';

/** Every item of the account that was open on the day, as known at the moment. */
export async function openItems(db: Queries, accountId: Id, when: When): Promise<OpenItem[]> {
  const rows = await db.all(prepared<{
    item_id: string;
    currency: string;
    due_on: string;
    open_minor: bigint;
    aged: boolean;
  }>`
    select i.item_id, i.currency, i.due_on, i.open_minor, i.aged
      from ledger.account_items_known(${accountId}, ${when.asOf}, ${when.knownAt}) i`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    dueOn: day(row.due_on),
    currency: currency(row.currency),
    open: row.open_minor,
    aged: row.aged,
  }));
}

export async function openDisputes(db: Queries, accountId: Id, when: When): Promise<OpenDispute[]> {
  const rows = await db.all(prepared<{ item_id: string; amount_minor: bigint | null }>`
    select d.item_id, d.amount_minor
      from disputes.open_disputes_known(${when.asOf}, ${when.knownAt}) d
     where d.account_id = ${accountId}
     order by d.dispute_id`);
  return rows.map((row) => ({ itemId: id(row.item_id), amount: row.amount_minor }));
}

/** Promises that were open, with the items they were given for, earliest due first. */
export async function openPromises(db: Queries, accountId: Id, when: When): Promise<OpenPromise[]> {
  const rows = await db.all(prepared<{ currency: string; outstanding: bigint; items: string[] }>`
    select p.currency, greatest(p.amount_minor - p.received_minor, 0) as outstanding,
           array(select i.item_id
                   from promises.named_item i
                  where i.account_id = p.account_id
                    and i.promise_id = p.promise_id
                  order by i.item_id) as items
      from promises.promises_known(${when.asOf}, ${when.knownAt}) p
     where p.account_id = ${accountId}
       and p.state      = 'open'
     order by p.due_on, p.promise_id`);
  return rows.map((row) => ({
    currency: currency(row.currency),
    outstanding: row.outstanding,
    itemIds: row.items.map(id),
  }));
}

/** Money that came for the account by a day and is not posted yet: nobody asks for it again. */
export async function moneySeen(db: Queries, accountId: Id, when: When): Promise<Money[]> {
  const rows = await db.all(prepared<{ currency: string; amount_minor: bigint }>`
    select currency, amount_minor
      from cash.unposted_money
     where account_id = ${accountId}
       and since     <= ${when.asOf}
     order by currency`);
  return rows.map((row) => money(row.amount_minor, row.currency));
}

/** Promises that came to a verdict, and how many of them were kept in full. */
export async function promisesKept(
  db: Queries,
  accountId: Id,
  when: When,
): Promise<{ kept: number; due: number }> {
  return db.one(prepared<{ kept: number; due: number }>`
    select count(*) filter (where p.state = 'kept')::int as kept,
           count(*) filter (where p.state in ('kept', 'partly', 'broken'))::int as due
      from promises.promises_known(${when.asOf}, ${when.knownAt}) p
     where p.account_id = ${accountId}`);
}

export type PaymentMonth = { readonly month: string; readonly daysLate: number | null };

/**
 * Days late of the money applied, weighted by amount, for each of the twelve months that end
 * with the day's. Money that came back counts as never paid. Amounts of two currencies cannot
 * weigh each other: the currency in which most was paid speaks.
 */
export async function paymentMonths(
  db: Queries,
  accountId: Id,
  when: When,
): Promise<PaymentMonth[]> {
  const first = plusMonths(startOfMonth(when.asOf), -11);
  const rows = await db.all(prepared<{ month: string; days_late: number }>`
    with paid as (
      select m.currency, sum(m.amount_minor) as amount, min(m.due_on) as due_on,
             min(m.effective_on) filter (where m.amount_minor > 0) as paid_on
        from ledger.applied_money m
       where m.account_id = ${accountId}
         and m.effective_on <= ${when.asOf}
         and m.recorded_at <= ${when.knownAt}
       group by m.debit_item_id, m.credit_item_id, m.currency
      having sum(m.amount_minor) > 0
    ), recent as (
      select p.currency, p.amount, p.due_on, p.paid_on,
             count(*) over (partition by p.currency) as times
        from paid p
       where p.paid_on >= ${first}
    ), speaking as (
      select r.currency from recent r order by r.times desc, r.currency limit 1
    )
    select to_char(r.paid_on, 'YYYY-MM') as month,
           round(sum(r.amount * (r.paid_on - r.due_on)) / sum(r.amount))::int as days_late
      from recent r
      join speaking s on s.currency = r.currency
     group by to_char(r.paid_on, 'YYYY-MM')`);
  const known = new Map(rows.map((row) => [row.month, row.days_late]));
  return monthsFrom(first).map((month) => ({ month, daysLate: known.get(month) ?? null }));
}

function monthsFrom(first: Day): string[] {
  return Array.from({ length: 12 }, (_, index) => plusMonths(first, index).slice(0, 7));
}
