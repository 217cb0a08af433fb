/** Runs: what was evaluated with which versions, how far it came, and what it added. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Strategy } from '../rules/choose-strategy.ts';
import { type Stretch, endOfAccounts } from './gather.ts';

/** A version that a run was made with. */
export type RunDocument = {
  readonly key: string;
  readonly version: number;
  readonly experiment: boolean;
};

export type Run = {
  readonly runId: Id;
  readonly zone: string;
  readonly asOf: Day;
  readonly documents: readonly RunDocument[];
  readonly parts: readonly Id[];
  readonly startedAt: Instant;
  readonly actor: string;
  readonly reason: string;
};

export type RunCounts = {
  readonly partsDone: number;
  readonly accounts: number;
  readonly stored: number;
  readonly proposed: number;
  readonly withdrawn: number;
};

export type RunState = 'running' | 'complete' | 'cancelled';
export type ListedRun = Run &
  RunCounts & { readonly state: RunState; readonly endedAt: Instant | null };

/** One begins, or finds, a run of a zone at a time; held until the transaction ends. */
export async function lockRuns(tx: Tx, zone: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`strategies ${zone}`}, 28))`);
}

export async function insertRun(
  { tx, at, actor, reason }: Context,
  run: Omit<Run, 'startedAt' | 'actor' | 'reason'>,
): Promise<void> {
  await tx.run(sql`
    insert into strategies.run (run_id, zone, as_of, documents, parts, recorded_at, actor, reason)
    values (${run.runId}, ${run.zone}, ${run.asOf}, ${JSON.stringify(run.documents)},
            ${run.parts}::uuid[], ${at}, ${actor.ref}, ${reason})`);
}

export function documentsOf(strategies: readonly Strategy[]): RunDocument[] {
  return strategies.map(({ key, version, experiment }) => ({ key, version, experiment }));
}

type Row = {
  run_id: string;
  zone: string;
  as_of: string;
  documents: RunDocument[];
  parts: string[];
  recorded_at: string;
  actor: string;
  reason: string;
  state: 'complete' | 'cancelled' | null;
  ended_at: string | null;
  parts_done: bigint;
  accounts: bigint;
  stored: bigint;
  proposed: bigint;
  withdrawn: bigint;
};

const selectRuns = sql`
    select r.run_id, r.zone, r.as_of, r.documents, r.parts, r.recorded_at,
           coalesce(m.name, r.actor) as actor, r.reason, e.state, e.recorded_at as ended_at,
           p.parts_done, p.accounts, p.stored, p.proposed, p.withdrawn
      from strategies.run r
      left join team.person m on r.actor = 'member:' || m.member_id
      left join strategies.run_end e on e.run_id = r.run_id
      cross join lateral (select count(*) as parts_done, coalesce(sum(x.accounts), 0) as accounts,
                                 coalesce(sum(x.stored), 0) as stored,
                                 coalesce(sum(x.proposed), 0) as proposed,
                                 coalesce(sum(x.withdrawn), 0) as withdrawn
                            from strategies.run_part x
                           where x.run_id = r.run_id) p`;

/** The latest run of a zone and day that did not end. */
export async function unfinishedRun(
  db: Queries,
  zone: string,
  asOf: Day,
): Promise<ListedRun | undefined> {
  const [row] = await db.all(sql<Row>`
    ${selectRuns}
     where r.zone = ${zone}
       and r.as_of = ${asOf}
       and e.run_id is null
     order by r.recorded_at desc
     limit 1`);
  return row && listed(row);
}

/** Runs of the zone that did not end, the oldest first. */
export async function unfinishedRuns(db: Queries, zone: string): Promise<ListedRun[]> {
  const rows = await db.all(sql<Row>`
    ${selectRuns}
     where r.zone = ${zone}
       and e.run_id is null
     order by r.recorded_at`);
  return rows.map(listed);
}

export async function runOf(db: Queries, runId: Id): Promise<ListedRun | undefined> {
  const row = await db.maybe(sql<Row>`
    ${selectRuns}
     where r.run_id = ${runId}`);
  return row && listed(row);
}

/** The newest first, after one of them when a page goes on. */
export async function listRuns(
  db: Queries,
  before: Id | undefined,
  limit: number,
): Promise<ListedRun[]> {
  const rows = await db.all(sql<Row>`
    ${selectRuns}
     where r.run_id < ${before ?? endOfAccounts}
     order by r.run_id desc
     limit ${limit}`);
  return rows.map(listed);
}

function listed(row: Row): ListedRun {
  return {
    runId: id(row.run_id),
    zone: row.zone,
    asOf: day(row.as_of),
    documents: row.documents,
    parts: row.parts.map(id),
    startedAt: instant(row.recorded_at),
    actor: row.actor,
    reason: row.reason,
    state: row.state ?? 'running',
    endedAt: row.ended_at === null ? null : instant(row.ended_at),
    partsDone: Number(row.parts_done),
    accounts: Number(row.accounts),
    stored: Number(row.stored),
    proposed: Number(row.proposed),
    withdrawn: Number(row.withdrawn),
  };
}

/** The accounts of a part, from its first up to the first of the next. */
export function stretchOf({ parts }: Pick<Run, 'parts'>, partNo: number): Stretch | undefined {
  const first = parts[partNo - 1];
  return first && { first, until: parts[partNo] ?? endOfAccounts };
}

export async function partsDone(db: Queries, runId: Id): Promise<ReadonlySet<number>> {
  const rows = await db.all(sql<{ part_no: number }>`
    select part_no from strategies.run_part where run_id = ${runId}`);
  return new Set(rows.map(({ part_no }) => part_no));
}

/** Whether the part is still to be done; whoever asks does it, others wait for the answer. */
export async function takePart(tx: Tx, runId: Id, partNo: number): Promise<boolean> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`${runId} ${partNo}`}, 28))`);
  const row = await tx.maybe(sql<{ taken: boolean }>`
    select true as taken
      from strategies.run r
     where r.run_id = ${runId}
       and (exists (select from strategies.run_end e where e.run_id = r.run_id)
            or exists (select from strategies.run_part p
                        where p.run_id = r.run_id and p.part_no = ${partNo}))`);
  return row === undefined;
}

export async function insertPart(
  { tx, at }: Context,
  runId: Id,
  partNo: number,
  counts: Omit<RunCounts, 'partsDone'>,
): Promise<void> {
  await tx.run(sql`
    insert into strategies.run_part (run_id, part_no, accounts, stored, proposed, withdrawn,
                                     recorded_at)
    values (${runId}, ${partNo}, ${counts.accounts}, ${counts.stored}, ${counts.proposed},
            ${counts.withdrawn}, ${at})`);
}

/** False when it had ended before. */
export async function insertRunEnd(
  { tx, at, actor, reason }: Context,
  runId: Id,
  state: 'complete' | 'cancelled',
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into strategies.run_end (run_id, state, recorded_at, actor, reason)
    values (${runId}, ${state}, ${at}, ${actor.ref}, ${reason})
        on conflict do nothing`);
  return rows === 1;
}
