/** What a change of applications leaves: items that are open again, and promises it touches. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Reopened = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly document: string;
  readonly open: Money;
  readonly dueOn: Day;
};

/** Which of these items are open now, the oldest due first. */
export async function openAmong(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<Reopened[]> {
  const rows = await db.all(sql<{
    item_id: string;
    number: string;
    currency: string;
    open_minor: bigint;
    due_on: string;
  }>`
    select item_id, number, currency, open_minor, due_on
      from ledger.open_item
     where account_id = ${accountId}
       and item_id    = any(${itemIds})
       and side       = 1
     order by due_on, number`);
  return rows.map((row) => ({
    accountId,
    itemId: id(row.item_id),
    document: row.number,
    open: money(row.open_minor, row.currency),
    dueOn: day(row.due_on),
  }));
}

export type TouchedPromise = {
  readonly promiseId: Id;
  readonly amount: Money;
  readonly received: Money;
  readonly dueOn: Day;
  readonly lastDay: Day;
  readonly state: string;
};

/**
 * Promises of the account that count money on these items, or that name none and so count any;
 * those that a person ended are left out, because no money changes them.
 */
export async function promisesOn(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<TouchedPromise[]> {
  const rows = await db.all(sql<{
    promise_id: string;
    currency: string;
    amount_minor: bigint;
    received_minor: bigint;
    due_on: string;
    last_day: string;
    state: string;
  }>`
    select p.promise_id, p.currency, p.amount_minor, p.received_minor, p.due_on, p.last_day,
           p.state
      from promises.promise_card p
     where p.account_id = ${accountId}
       and p.state in ('open', 'kept', 'partly', 'broken')
       and p.received_minor > 0
       and (not exists (select
                          from promises.named_item n
                         where n.account_id = p.account_id
                           and n.promise_id = p.promise_id)
            or exists (select
                         from promises.named_item n
                        where n.account_id = p.account_id
                          and n.promise_id = p.promise_id
                          and n.item_id    = any(${itemIds})))
     order by p.due_on`);
  return rows.map((row) => ({
    promiseId: id(row.promise_id),
    amount: money(row.amount_minor, row.currency),
    received: money(row.received_minor, row.currency),
    dueOn: day(row.due_on),
    lastDay: day(row.last_day),
    state: row.state,
  }));
}
