/** Decisions as they were made, each with the facts and the version that it was made from. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { copyTable } from '#platform/postgres/copy-binary.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewDecision = {
  readonly accountId: Id;
  readonly factsId: Id;
  /** Null where they are those of the decision before. */
  readonly facts: string | null;
  readonly strategy: string | null;
  readonly version: number | null;
  readonly decision: string;
};

const decisionTable = copyTable(`strategies.decision (
  account_id uuid, run_id uuid, decided_on date, facts_id uuid, facts text, strategy text,
  version integer, decision text, recorded_at timestamptz)`);

export function insertDecisions(
  tx: Tx,
  { runId, asOf, at }: { readonly runId: Id; readonly asOf: Day; readonly at: Instant },
  decisions: readonly NewDecision[],
): Promise<void> {
  return tx.copyIn(
    decisionTable,
    decisions.map((each) => [
      each.accountId,
      runId,
      asOf,
      each.factsId,
      each.facts,
      each.strategy,
      each.version,
      each.decision,
      at,
    ]),
  );
}

export type KeptDecision = {
  readonly accountId: Id;
  readonly account: string;
  readonly decidedOn: Day;
  readonly facts: string;
  readonly strategy: string | null;
  readonly version: number | null;
  readonly decision: string;
};

type Row = {
  account_id: string;
  account: string;
  decided_on: string;
  facts: string;
  strategy: string | null;
  version: number | null;
  decision: string;
};

/** What a run decided and kept, after an account, in the order of the accounts. */
export async function decisionsOfRun(
  db: Queries,
  runId: Id,
  { after, limit }: { readonly after: Id | undefined; readonly limit: number },
): Promise<KeptDecision[]> {
  const rows = await db.all(sql<Row>`
    select d.account_id, a.account, d.decided_on, f.facts, d.strategy, d.version, d.decision
      from strategies.decision d
     cross join lateral (select x.facts
                           from strategies.decision x
                          where x.account_id = d.account_id
                            and x.run_id <= d.run_id
                            and x.facts_id = d.facts_id
                            and x.facts is not null
                          order by x.run_id desc
                          limit 1) f
      join customers.account_card a on a.account_id = d.account_id
     where d.run_id = ${runId}
       and d.account_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
     order by d.account_id
     limit ${limit}`);
  return rows.map(kept);
}

function kept(row: Row): KeptDecision {
  return {
    accountId: id(row.account_id),
    account: row.account,
    decidedOn: day(row.decided_on),
    facts: row.facts,
    strategy: row.strategy,
    version: row.version,
    decision: row.decision,
  };
}

export type ReasonCount = { readonly code: string; readonly count: number };

/** Why a run did nothing, by the first reason of each account. */
export async function reasonsOfRun(db: Queries, runId: Id): Promise<ReasonCount[]> {
  const rows = await db.all(sql<{ code: string; count: bigint }>`
    select d.decision::jsonb -> 'none' -> 0 ->> 0 as code, count(*)
      from strategies.decision d
     where d.run_id = ${runId}
       and d.decision like '{"none"%'
     group by 1
     order by 2 desc, 1`);
  return rows.map(({ code, count }) => ({ code, count: Number(count) }));
}
