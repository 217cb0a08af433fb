/**
 * Whom the desk asked for money that was not to be asked for: contacts of ours to collect about
 * an item that was paid or disputed by then, or while the account's money lay unposted.
 *
 * A contact is judged by what had been recorded when it was made, not by what is known since.
 */
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Day } from '#kernel/day.ts';
import type { Book } from './asked.ts';

export type ChasedRow = {
  account_id: string;
  account: string;
  name: string;
  company: string;
  label: string;
  on_day: string;
  why: 'paid' | 'disputed' | 'in_flight';
};

export async function countChased(db: Queries, book: Book, from: Day): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count from (${chased(book, from)}) x`);
  return Number(count);
}

export async function chasedRows(
  db: Queries,
  book: Book,
  from: Day,
  page: { readonly limit: number; readonly offset: number },
): Promise<ChasedRow[]> {
  return db.all(sql<ChasedRow>`
    select x.account_id, x.account, x.name, x.company, x.label, x.on_day, x.why
      from (${chased(book, from)}) x
     order by x.on_day desc, x.account, x.label
     limit ${page.limit}
    offset ${page.offset}`);
}

/** A contact may be wrong about several items; it counts once, for the first of them. */
function chased({ companies, currency, today }: Book, from: Day): Sql {
  return sql`
    select distinct on (c.account_id, c.permit_id) c.account_id, s.account, s.name,
           co.code as company, i.number as label, (c.at at time zone co.zone)::date as on_day,
           w.why
      from compliance.contact_card c
      join customers.account_scope s on s.account_id = c.account_id
      join team.company co on co.company_id = s.company_id
      join ledger.dated_item i
        on i.account_id = c.account_id
       and i.item_id = any(c.item_ids)
       and i.side = 1
       and i.currency = ${currency}
     cross join lateral (${whyNot}) w
     where c.direction = 'out'
       and c.permit_kind <> 'reported'
       and c.purpose = 'collect'
       and c.at >= ${from}::date - interval '1 day'
       and (c.at at time zone co.zone)::date between ${from}::date and ${today}::date
       and ${inCompanies(sql`s.company_id`, companies)}
     order by c.account_id, c.permit_id, i.number`;
}

/** Why item i was not to be asked for when contact c was made; no row: it was. */
const whyNot = sql`
    select 'paid' as why
     where i.amount_minor <= (select coalesce(sum(a.amount_minor), 0)
                                from ledger.application_history a
                               where a.account_id = c.account_id
                                 and a.debit_item_id = i.item_id
                                 and a.recorded_at <= c.at)
     union all
    select 'disputed'
     where exists (select
                     from disputes.dispute_span d
                    where d.account_id = c.account_id
                      and d.item_id = i.item_id
                      and d.amount_minor is null
                      and d.recorded_at <= c.at
                      and (d.resolved_at is null or d.resolved_at > c.at)
                      and (d.withdrawn_at is null or d.withdrawn_at > c.at))
     union all
    select 'in_flight'
     where exists (select
                     from cash.money_history m
                    where m.account_id = c.account_id
                      and m.currency = i.currency
                      and m.amount_minor >= i.amount_minor
                      and m.recorded_at <= c.at
                      and (m.posted_at is null or m.posted_at > c.at))
     limit 1`;
