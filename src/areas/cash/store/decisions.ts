/** What the engine decided of receipts, kept with the policy that it decided under. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Allocation, Decision, Proposal } from '../rules/matching/model.ts';

export type NewDecision = {
  readonly decisionId: Id;
  readonly receiptId: Id;
  readonly policyVersion: number;
  readonly decision: Decision;
};

export async function insertDecisions(
  { tx, at, actor }: Context,
  decisions: readonly NewDecision[],
): Promise<void> {
  await tx.copyIn(
    `cash.decision (decision_id, receipt_id, policy_version, outcome, answer, recorded_at, actor)`,
    decisions.map(({ decisionId, receiptId, policyVersion, decision }) => [
      decisionId,
      receiptId,
      policyVersion,
      decision.kind,
      JSON.stringify(decision, amountsAsText),
      at,
      actor.ref,
    ]),
  );
}

function amountsAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** A decision with its amounts as text, as it lies in the table. */
type Stored = Omit<Decision, 'proposals'> & { readonly proposals: readonly StoredProposal[] };
type StoredProposal = Omit<Proposal, 'allocations' | 'onAccountMinor'> & {
  readonly onAccountMinor: string;
  readonly allocations: readonly StoredAllocation[];
};
type StoredAllocation = {
  readonly [Name in keyof Allocation]: Allocation[Name] extends bigint ? string : Allocation[Name];
};

/** The latest decision on each of these receipts. */
export async function latestDecisions(
  db: Queries,
  receiptIds: readonly Id[],
): Promise<Map<Id, Decision>> {
  const rows = await db.all(sql<{ receipt_id: string; answer: Stored }>`
    select distinct on (d.receipt_id) d.receipt_id, d.answer
      from cash.decision d
     where d.receipt_id = any(${receiptIds})
     order by d.receipt_id, d.decision_id desc`);
  return new Map(rows.map((row) => [id(row.receipt_id), read(row.answer)]));
}

function read(stored: Stored): Decision {
  return {
    ...stored,
    proposals: stored.proposals.map(({ onAccountMinor, allocations, ...rest }) => ({
      ...rest,
      onAccountMinor: BigInt(onAccountMinor),
      allocations: allocations.map((each) => ({
        ...each,
        cashMinor: BigInt(each.cashMinor),
        discountMinor: BigInt(each.discountMinor),
        feeMinor: BigInt(each.feeMinor),
        toleranceMinor: BigInt(each.toleranceMinor),
        leftMinor: BigInt(each.leftMinor),
      })),
    })),
  };
}
