/** Simulations: what was asked, how far the work is, and what came out. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type SimulationFigures, noFigures } from '../rules/simulation.ts';

/** The version that is looked at; its key tells which one in force it would replace. */
export type Candidate = { readonly key: string; readonly version: number };

export type Simulation = {
  readonly simulationId: Id;
  readonly companyId: Id | null;
  readonly from: Day;
  readonly to: Day;
  readonly candidate: Candidate;
  readonly knowledge: 'then' | 'now';
  readonly parts: readonly Id[];
};

export type ListedSimulation = Simulation & {
  readonly startedAt: Instant;
  readonly by: string;
  readonly partsDone: number;
  readonly state: 'running' | 'complete' | 'cancelled' | 'failed';
  readonly detail: string;
};

export async function insertSimulation(
  { tx, at, actor, reason }: Context,
  made: Simulation,
): Promise<void> {
  await tx.run(sql`
    insert into strategies.simulation (simulation_id, company_id, from_on, to_on, documents,
                                       knowledge, parts, recorded_at, actor, reason)
    values (${made.simulationId}, ${made.companyId}, ${made.from}, ${made.to},
            ${JSON.stringify(made.candidate)}, ${made.knowledge}, ${made.parts}::uuid[], ${at},
            ${actor.ref}, ${reason})`);
}

type Row = {
  simulation_id: string;
  company_id: string | null;
  from_on: string;
  to_on: string;
  documents: Candidate;
  knowledge: 'then' | 'now';
  parts: string[];
  recorded_at: string;
  by: string;
  parts_done: bigint;
  state: 'complete' | 'cancelled' | 'failed' | null;
  detail: string | null;
};

const select = sql`
    select s.simulation_id, s.company_id, s.from_on, s.to_on, s.documents, s.knowledge, s.parts,
           s.recorded_at, coalesce(m.name, s.actor) as by, e.state, e.detail,
           (select count(*) from strategies.simulation_part p
             where p.simulation_id = s.simulation_id) as parts_done
      from strategies.simulation s
      left join strategies.simulation_end e on e.simulation_id = s.simulation_id
      left join team.person m on s.actor = 'member:' || m.member_id`;

export async function simulationOf(
  db: Queries,
  simulationId: Id,
): Promise<ListedSimulation | undefined> {
  const row = await db.maybe(sql<Row>`${select} where s.simulation_id = ${simulationId}`);
  return row && listed(row);
}

export async function latestSimulations(db: Queries): Promise<ListedSimulation[]> {
  const rows = await db.all(sql<Row>`${select} order by s.recorded_at desc limit 50`);
  return rows.map(listed);
}

export async function unfinishedSimulations(db: Queries): Promise<ListedSimulation[]> {
  const rows = await db.all(sql<Row>`
    ${select} where e.simulation_id is null order by s.recorded_at`);
  return rows.map(listed);
}

function listed(row: Row): ListedSimulation {
  return {
    simulationId: id(row.simulation_id),
    companyId: row.company_id === null ? null : id(row.company_id),
    from: day(row.from_on),
    to: day(row.to_on),
    candidate: row.documents,
    knowledge: row.knowledge,
    parts: row.parts.map(id),
    startedAt: instant(row.recorded_at),
    by: row.by,
    partsDone: Number(row.parts_done),
    state: row.state ?? 'running',
    detail: row.detail ?? '',
  };
}

/** Whether the part is still to be done; others who ask wait for the answer. */
export async function takeSimulationPart(tx: Tx, simulationId: Id, no: number): Promise<boolean> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`${simulationId} ${no}`}, 29))`);
  const row = await tx.maybe(sql<{ taken: boolean }>`
    select true as taken
      from strategies.simulation s
     where s.simulation_id = ${simulationId}
       and (exists (select from strategies.simulation_end e
                     where e.simulation_id = s.simulation_id)
            or exists (select from strategies.simulation_part p
                        where p.simulation_id = s.simulation_id and p.part_no = ${no}))`);
  return row === undefined;
}

export async function insertSimulationPart(
  { tx, at }: Context,
  simulationId: Id,
  no: number,
  figures: SimulationFigures,
): Promise<void> {
  await tx.run(sql`
    insert into strategies.simulation_part (simulation_id, part_no, accounts, result, recorded_at)
    values (${simulationId}, ${no}, ${figures.candidate.accounts}, ${JSON.stringify(figures)},
            ${at})`);
}

export async function partFigures(db: Queries, simulationId: Id): Promise<SimulationFigures[]> {
  const rows = await db.all(sql<{ result: SimulationFigures }>`
    select p.result from strategies.simulation_part p
     where p.simulation_id = ${simulationId} order by p.part_no`);
  // Parts of before the gate was asked say nothing of it.
  return rows.map(({ result }) => ({
    candidate: { ...noFigures, ...result.candidate },
    inForce: { ...noFigures, ...result.inForce },
  }));
}

export async function partNumbersDone(db: Queries, simulationId: Id): Promise<ReadonlySet<number>> {
  const rows = await db.all(sql<{ part_no: number }>`
    select part_no from strategies.simulation_part where simulation_id = ${simulationId}`);
  return new Set(rows.map(({ part_no }) => part_no));
}

/** False when it had ended before. */
export async function insertSimulationEnd(
  { tx, at, actor }: Context,
  simulationId: Id,
  state: 'complete' | 'cancelled' | 'failed',
  detail = '',
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into strategies.simulation_end (simulation_id, state, detail, recorded_at, actor)
    values (${simulationId}, ${state}, ${detail}, ${at}, ${actor.ref})
        on conflict do nothing`);
  return rows === 1;
}
