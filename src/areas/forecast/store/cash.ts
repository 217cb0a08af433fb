/** The cash forecast as it is kept: sums by day and source, and bands by week. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CashPiece, CashSource, WeekSpread } from '../rules/cash.ts';
import { toDay, toNumber } from '../rules/days.ts';
import type { Run } from './runs.ts';

export async function insertPieces(
  tx: Tx,
  run: Run,
  partNo: number,
  { pieces, spreads }: { pieces: readonly CashPiece[]; spreads: readonly WeekSpread[] },
): Promise<void> {
  const first = toNumber(run.asOf) + 1;
  await tx.copyIn(
    'forecast.cash_piece (run_id, part_no, company_id, currency, source, on_day, units)',
    pieces.map(({ companyId, currency, source, at, units }) => [
      run.runId,
      partNo,
      companyId,
      currency,
      source,
      at < 0 ? null : toDay(first + at),
      units,
    ]),
  );
  await tx.copyIn(
    'forecast.spread_piece (run_id, part_no, company_id, currency, week, variance)',
    spreads.map(({ companyId, currency, week, variance }) => [
      run.runId,
      partNo,
      companyId,
      currency,
      week,
      variance,
    ]),
  );
}

export type CashDay = {
  readonly runId: Id;
  readonly companyId: Id;
  readonly currency: string;
  readonly source: CashSource;
  readonly on: Day;
  readonly units: bigint;
};

/** Adds the parts up into the days that stay, and empties them; answers the spreads by week. */
export async function gatherPieces(tx: Tx, run: Run): Promise<WeekSpread[]> {
  await tx.run(sql`
    insert into forecast.cash_day (run_id, company_id, currency, source, on_day, units)
    select p.run_id, p.company_id, p.currency, p.source, coalesce(p.on_day, ${run.asOf}::date),
           sum(p.units)
      from forecast.cash_piece p
     where p.run_id = ${run.runId}
     group by 1, 2, 3, 4, 5`);
  const rows = await tx.all(sql<{
    company_id: string;
    currency: string;
    week: number;
    variance: number;
  }>`
    select company_id, currency, week, sum(variance) as variance
      from forecast.spread_piece
     where run_id = ${run.runId}
     group by company_id, currency, week`);
  await tx.run(sql`delete from forecast.cash_piece where run_id = ${run.runId}`);
  await tx.run(sql`delete from forecast.spread_piece where run_id = ${run.runId}`);
  return rows.map(({ company_id, ...row }) => ({ companyId: company_id, ...row }));
}

export async function dropPieces(tx: Tx, runId: Id): Promise<void> {
  await tx.run(sql`delete from forecast.cash_piece where run_id = ${runId}`);
  await tx.run(sql`delete from forecast.spread_piece where run_id = ${runId}`);
}

/** The days of some runs, for some companies. */
export async function cashDays(
  db: Queries,
  runIds: readonly Id[],
  companies: 'all' | readonly Id[],
): Promise<CashDay[]> {
  const rows = await db.all(sql<{
    run_id: string;
    company_id: string;
    currency: string;
    source: CashSource;
    on_day: string;
    units: string;
  }>`
    select run_id, company_id, currency, source, on_day, units
      from forecast.cash_day
     where run_id = any(${runIds}::uuid[])
       and (${companies === 'all'}
            or company_id = any(${companies === 'all' ? [] : companies}::uuid[]))
     order by company_id, currency, on_day, source`);
  return rows.map((row) => ({
    runId: id(row.run_id),
    companyId: id(row.company_id),
    currency: row.currency,
    source: row.source,
    on: day(row.on_day),
    units: BigInt(row.units),
  }));
}

export type CashWeek = {
  readonly companyId: Id;
  readonly currency: string;
  readonly weekStart: Day;
  readonly ahead: number;
  readonly expected: bigint;
  readonly p10: bigint;
  readonly p50: bigint;
  readonly p90: bigint;
  readonly variance: number;
};

export async function insertWeeks(tx: Tx, runId: Id, weeks: readonly CashWeek[]): Promise<void> {
  await tx.copyIn(
    `forecast.week (run_id, company_id, currency, week_start, ahead, expected_minor, p10_minor,
      p50_minor, p90_minor, variance)`,
    weeks.map((week) => [
      runId,
      week.companyId,
      week.currency,
      week.weekStart,
      week.ahead,
      week.expected,
      week.p10,
      week.p50,
      week.p90,
      week.variance,
    ]),
  );
}

export async function weeksOf(db: Queries, runIds: readonly Id[]): Promise<CashWeek[]> {
  const rows = await db.all(sql<{
    company_id: string;
    currency: string;
    week_start: string;
    ahead: number;
    expected_minor: bigint;
    p10_minor: bigint;
    p50_minor: bigint;
    p90_minor: bigint;
    variance: number;
  }>`
    select company_id, currency, week_start, ahead, expected_minor, p10_minor, p50_minor,
           p90_minor, variance
      from forecast.week
     where run_id = any(${runIds}::uuid[])
     order by company_id, currency, week_start`);
  return rows.map((row) => ({
    companyId: id(row.company_id),
    currency: row.currency,
    weekStart: day(row.week_start),
    ahead: row.ahead,
    expected: row.expected_minor,
    p10: row.p10_minor,
    p50: row.p50_minor,
    p90: row.p90_minor,
    variance: row.variance,
  }));
}

/** The latest complete run of each zone. */
export async function completeRuns(
  db: Queries,
): Promise<{ runId: Id; zone: string; asOf: Day; madeOn: Day; modelId: Id }[]> {
  const rows = await db.all(sql<{
    run_id: string;
    zone: string;
    as_of: string;
    made_on: string;
    model_id: string;
  }>`
    select run_id, zone, as_of, made_on, model_id from forecast.latest_run order by zone`);
  return rows.map((row) => ({
    runId: id(row.run_id),
    zone: row.zone,
    asOf: day(row.as_of),
    madeOn: day(row.made_on),
    modelId: id(row.model_id),
  }));
}
