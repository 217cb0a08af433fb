/**
 * The book as a night's run reads it: invoices of some accounts with the days on which they were
 * paid and on which that became known, disputes, holds and contacts, and what is open now.
 *
 * A debt that was mostly given up, credited or reversed was not paid: it teaches nobody when
 * money comes, and is left out.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { BookItem } from '../rules/book-item.ts';
import { toNumber } from '../rules/days.ts';
import { statesOf } from './states.ts';

/** Older payments teach nothing that newer ones do not teach better. */
const years = 2;

/** Whose accounts are read, as a select of their ids. */
export type Whose = Sql;

export function theseAccounts(accountIds: readonly Id[]): Whose {
  return sql`select unnest(${accountIds}::uuid[])`;
}

/**
 * Of a zone's accounts so many in 1,024, always the same ones. What customers were invented to do
 * teaches nothing beside a real company.
 */
export function someOfZone(zone: string, share: number): Whose {
  return sql`
    select t.account_id
      from customers.account_trait t
      join team.company c on c.company_id = t.company_id
     where t.zone = ${zone}
       and (not c.demo or not exists (select from team.company r where not r.demo))
       and hashtext(t.account_id::text) & 1023 < ${share}`;
}

type Row = {
  item_id: string;
  account_id: string;
  company_id: string;
  currency: string;
  terms: string;
  issued_on: Day;
  due_on: Day;
  size: number;
  paid_on: Day | null;
  known_on: Day | null;
};

/** Debits of the accounts and what was paid of them by the close of a day. */
export async function bookOf(db: Queries, whose: Whose, asOf: Day): Promise<BookItem[]> {
  const [rows, states] = await Promise.all([
    db.all(sql<Row>`
      with whose as materialized (${whose}),
      cleared as (
        select h.account_id, h.item_id, sum(h.amount_minor) as paid_minor,
               max(h.effective_on) as last_on, max(h.known_on) as known_on,
               coalesce(sum(h.amount_minor) filter (where h.kind in ('write_off', 'credit',
                                                                     'reversal')), 0) as lost
          from ledger.clearing_history h
         where h.account_id in (table whose)
           and h.effective_on <= ${asOf}
         group by h.account_id, h.item_id
      )
      select i.item_id, i.account_id, c.company_id, i.currency,
             coalesce(c.terms_code, '') as terms, i.issued_on, i.due_on,
             i.amount_minor::double precision as size,
             case when p.paid_minor >= i.amount_minor then p.last_on end as paid_on,
             case when p.paid_minor >= i.amount_minor then p.known_on end as known_on
        from ledger.dated_item i
        join customers.account_card c on c.account_id = i.account_id
        left join cleared p on p.account_id = i.account_id and p.item_id = i.item_id
       where i.account_id in (table whose)
         and i.side = 1
         and (p.item_id is null or p.paid_minor < i.amount_minor
              or p.last_on > ${plusDays(asOf, -366 * years)})
         and coalesce(p.lost, 0) * 2 <= i.amount_minor`),
    statesOf(db, whose, asOf),
  ]);
  return rows.map((row) => bookItem(row, states(row.account_id, row.item_id)));
}

function bookItem(row: Row, states: BookItem['states']): BookItem {
  return {
    invoiceId: row.item_id,
    customerId: row.account_id,
    company: row.company_id,
    currency: row.currency,
    terms: row.terms,
    attr: '',
    issuedOn: toNumber(row.issued_on),
    dueOn: toNumber(row.due_on),
    size: row.size,
    paidOn: row.paid_on === null ? null : toNumber(row.paid_on),
    knownOn: row.known_on === null ? null : toNumber(row.known_on),
    states,
  };
}

/** How many debits the accounts of a zone ever had. */
export async function bookSize(db: Queries, zone: string): Promise<number> {
  const { many } = await db.one(sql<{ many: bigint }>`
    select count(*) as many
      from ledger.dated_item i
      join customers.account_trait t on t.account_id = i.account_id
     where t.zone = ${zone}
       and i.side = 1`);
  return Number(many);
}

/** Accounts after another one that owe something, in the order of their keys. */
export async function accountsAfter(
  db: Queries,
  zone: string,
  after: Id,
  most: { readonly accounts: number; readonly items: number },
): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string; items: bigint }>`
    select t.account_id, c.items
      from customers.account_trait t
     cross join lateral (select count(*) as items
                           from ledger.dated_item i
                          where i.account_id = t.account_id) c
     where t.zone = ${zone}
       and t.account_id > ${after}
       and exists (select from ledger.open_item o
                    where o.account_id = t.account_id and o.side = 1)
     order by t.account_id
     limit ${most.accounts}`);
  let items = 0;
  const enough = rows.findIndex((row) => {
    items += Number(row.items);
    return items > most.items;
  });
  return (enough <= 0 ? rows.slice(0, enough === 0 ? 1 : undefined) : rows.slice(0, enough)).map(
    (row) => id(row.account_id),
  );
}

/** How many accounts of a zone owe something. */
export async function accountsOwing(db: Queries, zone: string): Promise<number> {
  const { many } = await db.one(sql<{ many: bigint }>`
    select count(*) as many
      from customers.account_trait t
     where t.zone = ${zone}
       and exists (select from ledger.open_item o
                    where o.account_id = t.account_id and o.side = 1)`);
  return Number(many);
}
