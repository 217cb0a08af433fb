/** What the accounts of one family owe and have promised, as one promise for several needs it. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { FamilyDebt } from '../rules/share-family.ts';

/** The accounts under the head of an account's family, itself among them. */
export async function familyAccounts(
  db: Queries,
  accountId: Id,
  companies: CompanyScope,
  today: Day,
): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    with head as (
      select u.customer_id
        from customers.account_card c
       cross join lateral customers.above(c.customer_id, ${today}) u
       where c.account_id = ${accountId}
       order by u.steps desc
       limit 1)
    select b.account_id
      from head h
     cross join lateral customers.accounts_below(h.customer_id, ${today}) b
      join customers.account_card a on a.account_id = b.account_id
     where ${inCompanies(sql`a.company_id`, companies)}
     order by b.account_id`);
  return rows.map((row) => id(row.account_id));
}

export type Room = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  /** Owed net and not promised yet. */
  readonly room: Money;
  /** A promise on the account as a whole is open: the next one is for all of it as well. */
  readonly wholePromised: boolean;
};

/** What each of these accounts may still promise. */
export async function roomOf(
  db: Queries,
  accountIds: readonly Id[],
  currency: Currency,
): Promise<Room[]> {
  const rows = await db.all(sql<{
    account_id: string;
    account: string;
    name: string;
    room: bigint;
    whole_promised: boolean;
  }>`
    select a.account_id, a.account, a.name, coalesce(p.whole, false) as whole_promised,
           (coalesce((select sum(i.open_minor)
                        from ledger.item_card i
                       where i.account_id = a.account_id
                         and i.currency = ${currency}
                         and i.open_minor <> 0), 0) - coalesce(p.outstanding, 0))::bigint as room
      from customers.account_card a
      left join lateral (
        select sum(greatest(q.amount_minor - n.received_minor, 0)) as outstanding,
               bool_or(not exists (select from promises.promised_item m
                                    where m.account_id = q.account_id
                                      and m.promise_id = q.promise_id)) as whole
          from promises.promise q
          join promises.promise_now n on n.account_id = q.account_id
                                     and n.promise_id = q.promise_id
         where q.account_id = a.account_id
           and q.currency = ${currency}
           and n.state = 'open') p on true
     where a.account_id = any(${accountIds})`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    room: money(row.room, currency),
    wholePromised: row.whole_promised,
  }));
}

/** Open debts that no open promise names. */
export async function freeDebts(
  db: Queries,
  accountIds: readonly Id[],
  currency: Currency,
): Promise<FamilyDebt[]> {
  const rows = await db.all(sql<{
    account_id: string;
    item_id: string;
    number: string;
    due_on: string;
    open_minor: bigint;
  }>`
    select i.account_id, i.item_id, d.number, i.due_on, i.open_minor
      from ledger.open_debt i
      join ledger.item_name d on d.account_id = i.account_id and d.item_id = i.item_id
     where i.account_id = any(${accountIds})
       and i.currency = ${currency}
       and not exists (select
                         from promises.promised_item m
                         join promises.promise_now n on n.account_id = m.account_id
                                                    and n.promise_id = m.promise_id
                        where m.account_id = i.account_id
                          and m.item_id = i.item_id
                          and n.state = 'open')`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    itemId: id(row.item_id),
    document: row.number,
    dueOn: day(row.due_on),
    open: money(row.open_minor, currency),
  }));
}
