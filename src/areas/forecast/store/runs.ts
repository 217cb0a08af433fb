/** Runs: begun, done part by part, complete or called off. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type RunState = 'running' | 'complete' | 'cancelled';

export type Run = {
  readonly runId: Id;
  readonly zone: string;
  readonly asOf: Day;
  readonly madeOn: Day;
  readonly modelId: Id;
  readonly accounts: number;
  readonly startedAt: Instant;
  readonly state: RunState;
  readonly endedAt: Instant | null;
  readonly parts: number;
  readonly accountsDone: number;
  readonly items: number;
};

export async function lockRuns(tx: Tx, zone: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`forecast ${zone}`}, 46))`);
}

export async function insertRun(
  { tx, at, actor, reason }: Context,
  run: Pick<Run, 'runId' | 'zone' | 'asOf' | 'madeOn' | 'modelId' | 'accounts'>,
): Promise<void> {
  await tx.run(sql`
    insert into forecast.run (run_id, zone, as_of, made_on, model_id, accounts, recorded_at,
                              actor, reason)
    values (${run.runId}, ${run.zone}, ${run.asOf}, ${run.madeOn}, ${run.modelId},
            ${run.accounts}, ${at}, ${actor.ref}, ${reason})`);
}

type Row = {
  run_id: string;
  zone: string;
  as_of: string;
  made_on: string;
  model_id: string;
  accounts: number;
  recorded_at: string;
  state: RunState | null;
  ended_at: string | null;
  parts: bigint;
  accounts_done: bigint;
  items: bigint;
};

const selectRuns = sql`
    select r.run_id, r.zone, r.as_of, r.made_on, r.model_id, r.accounts, r.recorded_at, e.state,
           e.recorded_at as ended_at, p.parts, p.accounts_done, p.items
      from forecast.run r
      left join forecast.run_end e on e.run_id = r.run_id
     cross join lateral (select count(*) as parts, coalesce(sum(x.accounts), 0) as accounts_done,
                                coalesce(sum(x.items), 0) as items
                           from forecast.run_part x
                          where x.run_id = r.run_id) p`;

/** The latest run of a zone's day that was not called off. */
export async function runOfDay(db: Queries, zone: string, madeOn: Day): Promise<Run | undefined> {
  const row = await db.maybe(sql<Row>`
    ${selectRuns}
     where r.zone = ${zone}
       and r.made_on = ${madeOn}
       and e.state is distinct from 'cancelled'
     order by r.recorded_at desc
     limit 1`);
  return row && told(row);
}

export async function runById(db: Queries, runId: Id): Promise<Run | undefined> {
  const row = await db.maybe(sql<Row>`${selectRuns} where r.run_id = ${runId}`);
  return row && told(row);
}

export async function latestRuns(db: Queries, limit: number): Promise<Run[]> {
  const rows = await db.all(sql<Row>`
    ${selectRuns}
     order by r.recorded_at desc
     limit ${limit}`);
  return rows.map(told);
}

/** The last account of the parts that are done. */
export async function doneThrough(
  db: Queries,
  runId: Id,
): Promise<{ readonly parts: number; readonly through: Id | null }> {
  const row = await db.maybe(sql<{ part_no: number; through: string }>`
    select part_no, through
      from forecast.run_part
     where run_id = ${runId}
     order by part_no desc
     limit 1`);
  return row ? { parts: row.part_no, through: id(row.through) } : { parts: 0, through: null };
}

export async function insertPart(
  { tx, at }: Context,
  part: { runId: Id; partNo: number; through: Id; accounts: number; items: number },
): Promise<void> {
  await tx.run(sql`
    insert into forecast.run_part (run_id, part_no, through, accounts, items, recorded_at)
    values (${part.runId}, ${part.partNo}, ${part.through}, ${part.accounts}, ${part.items},
            ${at})`);
}

/** False when it had ended before. */
export async function insertEnd(
  { tx, at, actor, reason }: Context,
  runId: Id,
  state: 'complete' | 'cancelled',
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into forecast.run_end (run_id, state, recorded_at, actor, reason)
    values (${runId}, ${state}, ${at}, ${actor.ref}, ${reason})
        on conflict do nothing`);
  return rows === 1;
}

/** Whether a zone was ever forecast. */
export async function hasCompleteRun(db: Queries, zone: string): Promise<boolean> {
  const row = await db.maybe(sql`
    select true as there from forecast.latest_run where zone = ${zone}`);
  return row !== undefined;
}

/**
 * Whether a company of the zone owes that no run has seen: its first item was written after the
 * latest run began. So a book that is taken in at noon does not wait for the night.
 */
export async function hasNewcomer(db: Queries, zone: string): Promise<boolean> {
  const { is_there } = await db.one(sql<{ is_there: boolean }>`
    select exists (select from team.company c
                    where c.zone = ${zone}
                      and not exists (select from forecast.prediction p
                                       where p.company_id = c.company_id)
                      and exists (select from ledger.open_item o
                                   where o.company_id = c.company_id and o.side = 1)
                      and not exists (select from customers.account_trait t
                                        join ledger.posted_item i on i.account_id = t.account_id
                                       where t.company_id = c.company_id
                                         and i.recorded_at <= (select max(r.recorded_at)
                                                                 from forecast.run r
                                                                where r.zone = c.zone))
                  ) as is_there`);
  return is_there;
}

/** A zone with a company that was never forecast, or whose run of the day did not end. */
export async function wantsForecast(
  db: Queries,
  zone: string,
  { today, at }: { readonly today: Day; readonly at: Instant },
): Promise<boolean> {
  const { wanted } = await db.one(sql<{ wanted: boolean }>`
    select exists (select from forecast.run r
                    where r.zone = ${zone}
                      and r.made_on = ${today}
                      and greatest(r.recorded_at,
                                   (select max(p.recorded_at) from forecast.run_part p
                                     where p.run_id = r.run_id)) < ${at}::timestamptz
                                                                   - interval '10 minutes'
                      and not exists (select from forecast.run_end e
                                       where e.run_id = r.run_id)) as wanted`);
  return wanted || hasNewcomer(db, zone);
}

/** The zones of all companies. */
export async function zonesToForecast(db: Queries): Promise<string[]> {
  const rows = await db.all(sql<{ zone: string }>`
    select distinct zone from team.company order by zone`);
  return rows.map(({ zone }) => zone);
}

function told(row: Row): Run {
  return {
    runId: id(row.run_id),
    zone: row.zone,
    asOf: day(row.as_of),
    madeOn: day(row.made_on),
    modelId: id(row.model_id),
    accounts: row.accounts,
    startedAt: instant(row.recorded_at),
    state: row.state ?? 'running',
    endedAt: row.ended_at === null ? null : instant(row.ended_at),
    parts: Number(row.parts),
    accountsDone: Number(row.accounts_done),
    items: Number(row.items),
  };
}
