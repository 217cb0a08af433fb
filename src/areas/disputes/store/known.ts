/** What is contested as outside systems say so; what is contested here stands in cases.ts. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';

export type KnownDispute = {
  readonly accountId: Id;
  readonly disputeId: Id;
  readonly itemId: Id;
  readonly reason: string;
  readonly openedOn: Day;
  readonly resolvedOn: Day | null;
};

/** Records disputes over whole items, with their resolutions where those are known. */
export async function recordDisputes(
  context: Context,
  disputes: readonly KnownDispute[],
): Promise<void> {
  const { tx, at, actor } = context;
  const resolved = disputes.filter((each) => each.resolvedOn !== null);
  await Promise.all([
    tx.copyIn(
      `disputes.dispute (account_id, dispute_id, item_id, reason, effective_on, recorded_at,
        actor)`,
      disputes.map((each) => [
        each.accountId,
        each.disputeId,
        each.itemId,
        each.reason,
        each.openedOn,
        at,
        actor.ref,
      ]),
    ),
    tx.copyIn(
      'disputes.resolution (account_id, dispute_id, effective_on, recorded_at, actor)',
      resolved.map((each) => [each.accountId, each.disputeId, each.resolvedOn, at, actor.ref]),
    ),
  ]);
}

/** Ends a dispute as never opened: what an undone import had brought. */
export async function withdrawDispute(
  { tx, at, actor, reason }: Context,
  { accountId, disputeId }: Pick<KnownDispute, 'accountId' | 'disputeId'>,
): Promise<void> {
  await tx.run(sql`
    insert into disputes.dispute_withdrawn (account_id, dispute_id, reason, recorded_at, actor)
    values (${accountId}, ${disputeId}, ${reason}, ${at}, ${actor.ref})
        on conflict do nothing`);
}
