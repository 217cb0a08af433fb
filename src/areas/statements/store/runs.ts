/** Runs of papers: what was started and by whom, whom it is for, where it stands. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { RunKind, RunStanding, RunState } from '../rules/run.ts';
import type { CutOff } from './facts.ts';

export type Run = CutOff &
  RunStanding & {
    readonly runId: Id;
    readonly kind: RunKind;
    readonly companyId: Id;
    readonly company: string;
    readonly companyName: string;
    readonly selected: number;
    readonly startedAt: Instant;
    readonly startedBy: string;
    readonly changedAt: Instant;
  };

type Row = {
  run_id: string;
  kind: RunKind;
  company_id: string;
  company: string;
  company_name: string;
  from_on: string;
  to_on: string;
  known_at: string;
  selected: number;
  recorded_at: string;
  actor: string;
  state: RunState;
  paused: boolean;
  changed_at: string;
};

/** The runs of this kind of these companies, the latest first. */
export async function runsOf(
  db: Queries,
  { kind, companies }: { readonly kind: RunKind; readonly companies: CompanyScope },
  limit: number,
): Promise<Run[]> {
  const rows = await db.all(sql<Row>`
    ${selectRuns(sql`r.kind = ${kind} and ${inCompanies(sql`r.company_id`, companies)}`)}
     order by r.recorded_at desc, r.run_id desc
     limit ${limit}`);
  return rows.map(run);
}

export async function runOf(
  db: Queries,
  runId: Id,
  companies: CompanyScope = 'all',
): Promise<Run | undefined> {
  const row = await db.maybe(
    selectRuns(sql`r.run_id = ${runId} and ${inCompanies(sql`r.company_id`, companies)}`),
  );
  return row && run(row);
}

/** Locks where the run stands until the transaction ends. */
export async function lockRun(tx: Tx, runId: Id): Promise<Run | undefined> {
  await tx.run(sql`select from statements.run_now where run_id = ${runId} for update`);
  return runOf(tx, runId);
}

function selectRuns(condition: Sql): Sql<Row> {
  return sql<Row>`
    select r.run_id, r.kind, r.company_id, c.code as company, c.name as company_name,
           r.from_on, r.to_on, r.known_at, r.selected, r.recorded_at,
           coalesce(p.name, r.actor) as actor, n.state, n.paused, n.changed_at
      from statements.run r
      join statements.run_now n on n.run_id = r.run_id
      join team.company c on c.company_id = r.company_id
      left join team.person p on 'member:' || p.member_id = r.actor
     where ${condition}`;
}

function run(row: Row): Run {
  return {
    runId: id(row.run_id),
    kind: row.kind,
    companyId: id(row.company_id),
    company: row.company,
    companyName: row.company_name,
    fromOn: day(row.from_on),
    toOn: day(row.to_on),
    knownAt: instant(row.known_at),
    selected: row.selected,
    startedAt: instant(row.recorded_at),
    startedBy: row.actor,
    state: row.state,
    paused: row.paused,
    changedAt: instant(row.changed_at),
  };
}

/** Runs of one company start one after the other. */
export async function lockStarts(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${companyId}, 30))`);
}

/** A run of statements of the company for the same last day that was not stopped. */
export async function runUntil(tx: Tx, companyId: Id, toOn: Day): Promise<Id | undefined> {
  const row = await tx.maybe(sql<{ run_id: string }>`
    select r.run_id
      from statements.run r
      join statements.run_now n on n.run_id = r.run_id
     where r.company_id = ${companyId}
       and r.kind = 'statement'
       and r.to_on = ${toOn}
       and n.state <> 'stopped'
     limit 1`);
  return row && id(row.run_id);
}

/** Whose paper it is, what of, and all accounts that are on it. */
export type Selected = {
  readonly accountId: Id;
  /** The account itself for its statement, the document for an invoice. */
  readonly subjectId: Id;
  readonly members: readonly Id[];
};

export type NewRun = CutOff & {
  readonly runId: Id;
  readonly kind: RunKind;
  readonly companyId: Id;
  readonly selected: readonly Selected[];
};

export async function insertRun(context: Context, made: NewRun): Promise<void> {
  const { tx, at, actor, reason } = context;
  await tx.run(sql`
    insert into statements.run (run_id, kind, company_id, from_on, to_on, known_at, selected,
                                recorded_at, reason, actor)
    values (${made.runId}, ${made.kind}, ${made.companyId}, ${made.fromOn}, ${made.toOn},
            ${made.knownAt}, ${made.selected.length}, ${at}, ${reason}, ${actor.ref})`);
  await tx.run(sql`
    insert into statements.run_now (run_id, state, paused, changed_at)
    values (${made.runId}, 'preparing', false, ${at})`);
  await tx.copyIn(
    'statements.selected (account_id, run_id, subject_id, position, members)',
    made.selected.map(({ accountId, subjectId, members }, index) => [
      accountId,
      made.runId,
      subjectId,
      index + 1,
      `{${members.join(',')}}`,
    ]),
  );
}

export type RunChange = {
  readonly runId: Id;
  readonly what: string;
  readonly facts?: Readonly<Record<string, string | number>>;
};

export async function insertRunChange(
  { tx, at, actor, reason, newId }: Context,
  { runId, what, facts = {} }: RunChange,
): Promise<void> {
  await tx.run(sql`
    insert into statements.run_change (run_id, change_id, what, reason, facts, recorded_at, actor)
    values (${runId}, ${newId()}, ${what}, ${reason}, ${JSON.stringify(facts)}, ${at},
            ${actor.ref})`);
}

export async function updateRun(
  { tx, at }: Context,
  runId: Id,
  { state, paused }: RunStanding,
): Promise<void> {
  await tx.run(sql`
    update statements.run_now
       set state = ${state}, paused = ${paused}, changed_at = ${at}
     where run_id = ${runId}`);
}

export type HistoryLine = {
  readonly what: string;
  readonly reason: string;
  readonly at: Instant;
  readonly actor: string;
};

/** Everything that was done to a run, in its order. */
export async function historyOf(db: Queries, runId: Id): Promise<HistoryLine[]> {
  const rows = await db.all(sql<{ what: string; reason: string; at: string; actor: string }>`
    select h.what, h.reason, h.recorded_at as at, coalesce(p.name, h.actor) as actor
      from statements.run_change h
      left join team.person p on 'member:' || p.member_id = h.actor
     where h.run_id = ${runId}
     order by h.recorded_at, h.change_id`);
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}
