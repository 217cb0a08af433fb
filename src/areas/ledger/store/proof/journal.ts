/** Laws 4 and 8: every fact has its entry, and open items are the control account, any day. */
import { type Day, day } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { Law } from '#platform/postgres/proof.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

/** What a line adds to an account of the chart. */
function effectOn(account: string, minor: Sql): Sql {
  return sql`sum(case when l.debit = ${account} then ${minor} else -${minor} end)`;
}

const entriesBookTheirFacts: Law = {
  name: 'every entry books its items and exchange differences through the control account',
  breach: sql<{ broken: string }>`
    with facts as (
      select account_id, entry_id, sum(amount) as amount, sum(base) as base
        from (select account_id, entry_id, side * amount_minor as amount, side * base_minor as base
                from ledger.item
               union all
              select account_id, entry_id, 0, credit_base_minor - debit_base_minor
                from ledger.application) f
       group by account_id, entry_id
    ), booked as (
      select l.account_id, l.entry_id, ${effectOn('ar', sql`l.amount_minor`)} as amount,
             ${effectOn('ar', sql`l.base_minor`)} as base
        from ledger.line l
       where 'ar' in (l.debit, l.credit)
       group by l.account_id, l.entry_id
    )
    select format('entry %s of account %s books %s (base %s), its facts are %s (base %s)',
                  coalesce(f.entry_id, b.entry_id), coalesce(f.account_id, b.account_id),
                  coalesce(b.amount, 0), coalesce(b.base, 0), coalesce(f.amount, 0),
                  coalesce(f.base, 0)) as broken
      from facts f
      full join booked b on b.account_id = f.account_id and b.entry_id = f.entry_id
     where coalesce(f.amount, 0) <> coalesce(b.amount, 0)
        or coalesce(f.base, 0) <> coalesce(b.base, 0)
     order by 1
     limit 1`,
};

const transfersClear: Law = {
  name: 'transfers clear within their company every day',
  breach: sql<{ broken: string }>`
    select format('transfers of company %s on %s leave %s %s (base %s)', a.company_id,
                  e.effective_on, ${effectOn('transfers', sql`l.amount_minor`)}, l.currency,
                  ${effectOn('transfers', sql`l.base_minor`)}) as broken
      from ledger.line l
      join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
      join ledger.account a on a.account_id = l.account_id
     where 'transfers' in (l.debit, l.credit)
     group by a.company_id, e.effective_on, l.currency
    having ${effectOn('transfers', sql`l.amount_minor`)} <> 0
        or ${effectOn('transfers', sql`l.base_minor`)} <> 0
     order by 1
     limit 1`,
};

/** The control account by account and currency against the open items of a day. */
function controlOn(asOf: Day, knownAt: Instant | undefined): Law {
  const items = knownAt
    ? sql`ledger.open_items_known(${asOf}::date, ${knownAt}::timestamptz)`
    : sql`ledger.open_items_on(${asOf}::date)`;
  const when = knownAt ? ` known at ${knownAt}` : '';
  const known = knownAt ? sql`and e.recorded_at <= ${knownAt}` : sql``;
  return {
    name: `open items are the control account as of ${asOf}${when}`,
    breach: sql<{ broken: string }>`
      with control as (
        select l.account_id, l.currency, ${effectOn('ar', sql`l.amount_minor`)} as amount,
               ${effectOn('ar', sql`l.base_minor`)} as base
          from ledger.line l
          join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
         where 'ar' in (l.debit, l.credit)
           and e.effective_on <= ${asOf} ${known}
         group by l.account_id, l.currency
      ), open as (
        select i.account_id, i.currency, sum(i.open_minor) as amount,
               sum(i.open_base_minor) as base
          from ${items} i
         group by i.account_id, i.currency
      )
      select format('account %s in %s: open items %s (base %s), control account %s (base %s)',
                    coalesce(c.account_id, o.account_id), coalesce(c.currency, o.currency),
                    coalesce(o.amount, 0), coalesce(o.base, 0), coalesce(c.amount, 0),
                    coalesce(c.base, 0)) as broken
        from control c
        full join open o on o.account_id = c.account_id and o.currency = c.currency
       where coalesce(c.amount, 0) <> coalesce(o.amount, 0)
          or coalesce(c.base, 0) <> coalesce(o.base, 0)
       order by 1
       limit 1`,
  };
}

/** The last day of the book, three days back, and one of them as known before the last month. */
export async function journalLaws(db: Queries): Promise<readonly Law[]> {
  const row = await db.maybe(sql<{ days: string[]; before: string }>`
    select array[max(effective_on), max(effective_on) - 31, max(effective_on) - 92,
                 max(effective_on) - 365]::text[] as days,
           to_char((max(recorded_at) - interval '30 days') at time zone 'UTC',
                   'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as before
      from ledger.entry
    having count(*) > 0`);
  const laws = [entriesBookTheirFacts, transfersClear];
  if (!row) return laws;
  const [last = '', monthBack = last] = row.days;
  return [
    ...laws,
    ...row.days.map((each) => controlOn(day(each), undefined)),
    controlOn(day(monthBack), instant(row.before)),
  ];
}
