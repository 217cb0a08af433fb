/** What came of predictions: judged by day and by week, kept as sums. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { toNumber } from '../rules/days.ts';
import type { Judged, Score } from '../rules/score.ts';

export type How = 'live' | 'back_test';

/** Predictions of which something ended after one day and by another. */
export async function endedPredictions(
  db: Queries,
  zone: string,
  between: { readonly after: Day; readonly to: Day },
): Promise<Judged[]> {
  const { after, to } = between;
  const rows = await db.all(sql<{
    due_on: Day;
    p10_on: Day;
    p50_on: Day;
    p90_on: Day;
    p_late: number;
    p_late30: number;
    paid_on: Day | null;
  }>`
    select k.due_on, k.p10_on, k.p50_on, k.p90_on, k.p_late, k.p_late30, c.paid_on
      from forecast.kept_prediction k
      join ledger.dated_item i on i.account_id = k.account_id and i.item_id = k.item_id
     cross join lateral (
             select case when sum(h.amount_minor) >= i.amount_minor then max(h.effective_on)
                          end as paid_on,
                    coalesce(sum(h.amount_minor) filter (where h.kind in ('write_off', 'credit',
                                                                          'reversal')), 0) as lost
               from ledger.clearing_history h
              where h.account_id = k.account_id
                and h.item_id = k.item_id
                and h.effective_on <= ${to}) c
     where k.zone = ${zone}
       and k.made_on <= ${to}
       and c.lost * 2 <= i.amount_minor
       and (k.p90_on > ${after} and k.p90_on <= ${to}
            or k.due_on > ${after} and k.due_on <= ${to} and k.due_on >= k.made_on
            or k.due_on > ${after}::date - 30 and k.due_on <= ${to}::date - 30
               and k.due_on >= k.made_on - 30)`);
  return rows.map((row) => ({
    dueOn: toNumber(row.due_on),
    p10: toNumber(row.p10_on),
    p50: toNumber(row.p50_on),
    p90: toNumber(row.p90_on),
    late: row.p_late,
    late30: row.p_late30,
    paidOn: row.paid_on === null ? null : toNumber(row.paid_on),
  }));
}

export async function lastScored(db: Queries, zone: string): Promise<Day | null> {
  const { on } = await db.one(sql<{ on: string | null }>`
    select max(scored_on) as on from forecast.score where zone = ${zone} and how = 'live'`);
  return on === null ? null : day(on);
}

/** False when that day was scored before. */
export async function insertScore(
  tx: Tx,
  at: Instant,
  row: { zone: string; on: Day; how: How; score: Score },
): Promise<boolean> {
  const { score } = row;
  const rows = await tx.run(sql`
    insert into forecast.score (zone, scored_on, intervals, covered, missed_days, pinball, lates,
                                late_brier, lates30, late30_brier, how, recorded_at)
    values (${row.zone}, ${row.on}, ${score.intervals}, ${score.covered},
            ${Math.round(score.missedDays)}, ${score.pinball}, ${score.lates}, ${score.lateBrier},
            ${score.lates30}, ${score.late30Brier}, ${row.how}, ${at})
        on conflict do nothing`);
  return rows === 1;
}

export type ScoredDay = { readonly on: Day; readonly how: How; readonly score: Score };

export async function scoresSince(db: Queries, since: Day, zone?: string): Promise<ScoredDay[]> {
  const rows = await db.all(sql<{
    on: string;
    how: How;
    intervals: number;
    covered: number;
    missed_days: number;
    pinball: number;
    lates: number;
    late_brier: number;
    lates30: number;
    late30_brier: number;
  }>`
    select scored_on as on, how, sum(intervals)::integer as intervals,
           sum(covered)::integer as covered, sum(missed_days)::integer as missed_days,
           sum(pinball)::real as pinball, sum(lates)::integer as lates,
           sum(late_brier)::real as late_brier, sum(lates30)::integer as lates30,
           sum(late30_brier)::real as late30_brier
      from forecast.score
     where scored_on >= ${since}
       and (${zone === undefined} or zone = ${zone ?? ''})
     group by scored_on, how
     order by scored_on`);
  return rows.map((row) => ({
    on: day(row.on),
    how: row.how,
    score: {
      intervals: row.intervals,
      covered: row.covered,
      missedDays: row.missed_days,
      pinball: row.pinball,
      lates: row.lates,
      lateBrier: row.late_brier,
      lates30: row.lates30,
      late30Brier: row.late30_brier,
    },
  }));
}

export type WeekResult = {
  readonly companyId: Id;
  readonly currency: string;
  readonly madeOn: Day;
  readonly weekStart: Day;
  readonly ahead: number;
  readonly expected: bigint;
  readonly p10: bigint;
  readonly p90: bigint;
  readonly actual: bigint;
  readonly how: How;
};

export async function insertResults(
  tx: Tx,
  at: Instant,
  zone: string,
  results: readonly WeekResult[],
): Promise<void> {
  for (const each of results) {
    await tx.run(sql`
      insert into forecast.week_result (zone, company_id, currency, made_on, week_start, ahead,
                                        expected_minor, p10_minor, p90_minor, actual_minor, how,
                                        recorded_at)
      values (${zone}, ${each.companyId}, ${each.currency}, ${each.madeOn}, ${each.weekStart},
              ${each.ahead}, ${each.expected}, ${each.p10}, ${each.p90}, ${each.actual},
              ${each.how}, ${at})
          on conflict do nothing`);
  }
}

/**
 * Weeks of the first run of each week that have ended, beside the cash that came: payments of
 * what had been issued when the run was made.
 */
export async function endedWeeks(db: Queries, zone: string, to: Day): Promise<WeekResult[]> {
  const rows = await db.all(sql<Omit<ResultRow, 'how'>>`
    with first_run as (
      select distinct on (date_trunc('week', r.made_on)) r.run_id, r.made_on
        from forecast.run r
        join forecast.run_end e on e.run_id = r.run_id and e.state = 'complete'
       where r.zone = ${zone}
         and r.made_on > ${to}::date - 120
       order by date_trunc('week', r.made_on), r.made_on, e.recorded_at
    ), ended as (
      select w.*, f.made_on
        from first_run f
        join forecast.week w on w.run_id = f.run_id
       where w.week_start + 6 <= ${to}
         and not exists (select from forecast.week_result x
                          where x.company_id = w.company_id
                            and x.currency = w.currency
                            and x.made_on = f.made_on
                            and x.week_start = w.week_start
                            and x.how = 'live')
    )
    select e.company_id, e.currency, e.made_on, e.week_start, e.ahead, e.expected_minor,
           e.p10_minor, e.p90_minor, coalesce(sum(m.amount_minor), 0)::bigint as actual_minor
      from ended e
      left join customers.account_card a on a.company_id = e.company_id
      left join ledger.applied_money m on m.account_id = a.account_id
                                      and m.currency = e.currency
                                      and m.issued_on <= e.made_on
                                      and m.effective_on between greatest(e.week_start, e.made_on)
                                                             and e.week_start + 6
     group by e.company_id, e.currency, e.made_on, e.week_start, e.ahead, e.expected_minor,
              e.p10_minor, e.p90_minor`);
  return rows.map((row) => result({ ...row, how: 'live' }));
}

type ResultRow = {
  company_id: string;
  currency: string;
  made_on: string;
  week_start: string;
  ahead: number;
  expected_minor: bigint;
  p10_minor: bigint;
  p90_minor: bigint;
  actual_minor: bigint;
  how: How;
};

export async function resultsSince(
  db: Queries,
  since: Day,
  companies: 'all' | readonly Id[],
): Promise<WeekResult[]> {
  const rows = await db.all(sql<ResultRow>`
    select company_id, currency, made_on, week_start, ahead, expected_minor, p10_minor, p90_minor,
           actual_minor, how
      from forecast.week_result
     where week_start >= ${since}
       and (${companies === 'all'}
            or company_id = any(${companies === 'all' ? [] : companies}::uuid[]))
     order by week_start, made_on, company_id, currency, how`);
  return rows.map(result);
}

function result(row: ResultRow): WeekResult {
  return {
    companyId: id(row.company_id),
    currency: row.currency,
    madeOn: day(row.made_on),
    weekStart: day(row.week_start),
    ahead: row.ahead,
    expected: row.expected_minor,
    p10: row.p10_minor,
    p90: row.p90_minor,
    actual: row.actual_minor,
    how: row.how,
  };
}
