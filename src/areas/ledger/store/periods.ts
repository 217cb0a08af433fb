/** The calendar of a company and what happened to its periods; the closings are facts. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Period } from '../rules/period.ts';
import type { Closed } from '../rules/posting-day.ts';

/** The company's own calendar, oldest first; empty when it closes by calendar months. */
export async function ownPeriods(db: Queries, companyId: Id): Promise<Period[]> {
  const rows = await db.all(sql<{ name: string; first_on: string; last_on: string }>`
    select name, first_on, last_on
      from ledger.period
     where company_id = ${companyId}
     order by first_on`);
  return rows.map((row) => ({
    name: row.name,
    firstOn: day(row.first_on),
    lastOn: day(row.last_on),
  }));
}

export async function insertPeriods(
  { tx, actor, at }: Context,
  companyId: Id,
  periods: readonly Period[],
): Promise<void> {
  await tx.run(sql`
    insert into ledger.period (company_id, name, first_on, last_on, actor, recorded_at)
    select ${companyId}, name, first_on, last_on, ${actor.ref}, ${at}
      from unnest(${periods.map(({ name }) => name)}::text[],
                  ${periods.map(({ firstOn }) => firstOn)}::date[],
                  ${periods.map(({ lastOn }) => lastOn)}::date[]) as p (name, first_on, last_on)`);
}

export const periodActs = ['soft_close', 'hard_close', 'reopen'] as const;
export type PeriodAct = (typeof periodActs)[number];

/** Records what was done to a period and what is closed from now on. */
export async function insertClosing(
  { tx, actor, reason, newId }: Context,
  {
    companyId,
    period,
    act,
    closed,
    at,
  }: {
    readonly companyId: Id;
    readonly period: Period;
    readonly act: PeriodAct;
    readonly closed: Closed;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.run(sql`
    insert into ledger.period_closing (company_id, closing_id, period, first_on, last_on, act,
                                       actor, reason, recorded_at)
    values (${companyId}, ${newId()}, ${period.name}, ${period.firstOn}, ${period.lastOn}, ${act},
            ${actor.ref}, ${reason}, ${at})`);
  await tx.run(sql`
    insert into ledger.closed (company_id, soft_through, hard_through)
    values (${companyId}, ${closed.softThrough}, ${closed.hardThrough})
        on conflict (company_id) do update
           set soft_through = excluded.soft_through,
               hard_through = excluded.hard_through`);
}

export type ClosingFact = {
  readonly period: string;
  readonly act: PeriodAct;
  readonly actor: string;
  readonly reason: string;
  readonly recordedAt: Instant;
};

/** What was done to periods that end on a day or later, oldest first. */
export async function closingsSince(
  db: Queries,
  companyId: Id,
  since: Day,
): Promise<ClosingFact[]> {
  const rows = await db.all(sql<{
    period: string;
    act: PeriodAct;
    actor: string;
    reason: string;
    recorded_at: string;
  }>`
    select period, act, actor, reason, recorded_at
      from ledger.period_closing
     where company_id = ${companyId}
       and last_on   >= ${since}
     order by recorded_at, closing_id`);
  return rows.map(({ recorded_at, ...row }) => ({ ...row, recordedAt: instant(recorded_at) }));
}

/**
 * The moment of a closing: never before what was recorded while it waited, so that a period's
 * last entry is always known before its closing.
 */
export async function closingMoment(tx: Tx, period: Period, began: Instant): Promise<Instant> {
  const { last } = await tx.one(sql<{ last: string | null }>`
    select max(e.recorded_at) as last
      from ledger.entry e
     where e.posted_on between ${period.firstOn} and ${period.lastOn}
       and e.recorded_at > ${began}`);
  return last === null ? began : instant(last);
}

/** Whether somebody signed the period's month end since it was last opened again. */
export async function isSigned(db: Queries, companyId: Id, { name }: Period): Promise<boolean> {
  const { signed } = await db.one(sql<{ signed: boolean }>`
    select exists (select
                     from reports.signed_period s
                    where s.company_id = ${companyId}
                      and s.period     = ${name}
                      and not exists (select
                                        from ledger.period_closing a
                                       where a.company_id   = s.company_id
                                         and a.period       = s.period
                                         and a.act          = 'reopen'
                                         and a.recorded_at >= s.recorded_at)) as signed`);
  return signed;
}

/** The first day that anything of the company counts on; null in an empty book. */
export async function firstPosting(db: Queries, companyId: Id): Promise<Day | null> {
  const { first } = await db.one(sql<{ first: string | null }>`
    select (select e.posted_on
              from ledger.entry e
              join ledger.account a on a.account_id = e.account_id
             where a.company_id = ${companyId}
             order by e.posted_on
             limit 1) as first`);
  return first === null ? null : day(first);
}
