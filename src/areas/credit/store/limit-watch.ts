/** The accounts whose limit may want a look; how much is used is worked out exactly by who asks. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Watched = {
  /** Of a family: one of its accounts that the reader sees. */
  readonly accountId: Id;
  readonly untilOn: Day | null;
  readonly reviewOn: Day | null;
};

/** More than anybody looks at in a day; the answer says when there are more. */
export const mostWatched = 1000;

export type WatchFilter = {
  readonly companies: CompanyScope;
  readonly today: Day;
  readonly soon: Day;
  readonly percent: number;
};

/**
 * At most one more than `mostWatched`, so that whoever asks knows of the rest.
 *
 * A temporary limit that has ended is history, not a limit that expired. Of several currencies
 * none is compared here: such an account is among them, and is weighed with its rates later.
 */
export async function watchedAccounts(
  db: Queries,
  { companies, today, soon, percent }: WatchFilter,
): Promise<Watched[]> {
  const rows = await db.all(sql<{
    account_id: string;
    until_on: string | null;
    review_on: string | null;
  }>`
    with dated as (
           select g.account_id, min(g.until_on) as until_on, min(g.review_on) as review_on
             from credit.limit_card g
            where g.amount_minor is not null
              and (g.kind <> 'temporary' or g.until_on >= ${today})
            group by g.account_id),
         taken as (
           select o.account_id, o.currency, o.owed_minor as minor
             from ledger.account_open_card o
            where o.owed_minor > 0
            union all
           select o.account_id, o.currency, o.open_minor
             from credit.open_order o
            where coalesce(o.verdict, 'approved') in ('approved', 'released')),
         used as (
           select l.account_id
             from customers.limit_card l
             join taken t on t.account_id = l.account_id
            where l.limit_minor is not null
            group by l.account_id, l.limit_minor, l.limit_currency
           having bool_or(t.currency <> l.limit_currency)
               or sum(t.minor) * 100 >= l.limit_minor::numeric * ${percent}::integer),
         wanted as (
           select account_id from used
            union
           select account_id from dated where until_on <= ${soon} or review_on <= ${soon}
            union
           select account_id from credit.limit_card where kind = 'insurance')
    select w.account_id, d.until_on, d.review_on
      from wanted w
      join customers.account_card c on c.account_id = w.account_id
      left join dated d on d.account_id = w.account_id
     where ${inCompanies(sql`c.company_id`, companies)}
     order by least(d.until_on, d.review_on) nulls last, w.account_id
     limit ${mostWatched + 1}`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    untilOn: row.until_on === null ? null : day(row.until_on),
    reviewOn: row.review_on === null ? null : day(row.review_on),
  }));
}

/** The same of common limits, by an account of its family: the head's own where it has one. */
export async function watchedFamilies(
  db: Queries,
  { companies, today }: WatchFilter,
): Promise<Watched[]> {
  const rows = await db.all(sql<{
    account_id: string;
    until_on: string | null;
    review_on: string | null;
  }>`
    select a.account_id, g.until_on, g.review_on
      from (select distinct on (x.customer_id) x.customer_id, x.amount_minor, x.until_on,
                   x.review_on
              from credit.group_limit x
             order by x.customer_id, x.grant_id desc) g
     cross join lateral (
             select b.account_id
               from customers.accounts_below(g.customer_id, ${today}) b
               join customers.account_card c on c.account_id = b.account_id
              where ${inCompanies(sql`c.company_id`, companies)}
              order by c.customer_id <> g.customer_id, b.account_id
              limit 1) a
     where g.amount_minor is not null
     order by a.account_id
     limit ${mostWatched + 1}`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    untilOn: row.until_on === null ? null : day(row.until_on),
    reviewOn: row.review_on === null ? null : day(row.review_on),
  }));
}
