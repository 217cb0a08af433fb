/**
 * Moves accounts as one act that can be undone, and says what it did.
 *
 * Every way of moving many accounts (rules, bulk, rebalancing) ends here. The rule a newcomer
 * would break: who previewed a list and applies it later says how many accounts it had, and
 * is refused when it has changed since.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { moveAccounts } from '#areas/customers/index.ts';
import { type MoveEffect, type PlannedMove, effectOf } from '../rules/effect.ts';
import { type ReassignmentKind, insertReassignment } from '../store/reassignments.ts';
import type { Portfolio } from './read-portfolio.ts';

export type Act = {
  readonly kind: ReassignmentKind;
  /** Pins what is moved, or leaves the pins as they are. */
  readonly pin: boolean;
  /** How many accounts the preview had. */
  readonly expected?: number | undefined;
};

export type Carried = MoveEffect & { readonly reassignmentId: Id };
export type CarryRefusal = 'portfolios.list_changed' | 'portfolios.nothing_to_move';

/** Refuses an empty list, and one that is not the one that was previewed. */
export async function carryOut(
  context: Context,
  portfolio: Portfolio,
  planned: readonly PlannedMove[],
  { kind, pin, expected }: Act,
): Promise<Outcome<Carried, CarryRefusal>> {
  const moves = planned.filter(({ account, to }) => account.ownerId !== to);
  if (moves.length === 0) return refuse('portfolios.nothing_to_move');
  if (expected !== undefined && expected !== moves.length) {
    return refuse('portfolios.list_changed', { expected, now: moves.length });
  }
  const effect = effectOf(portfolio, moves);
  const reassignmentId = await move(context, kind, pin, moves);
  return accept({ ...effect, reassignmentId });
}

async function move(
  context: Context,
  kind: ReassignmentKind,
  pin: boolean,
  moves: readonly PlannedMove[],
): Promise<Id> {
  const reassignmentId = context.newId();
  const moved = await moveAccounts(
    context,
    moves.map(({ account: { accountId }, to }) => ({
      accountId,
      memberId: to,
      ...(pin ? { pinned: to !== null } : {}),
    })),
  );
  const { tx, today, at, actor, reason } = context;
  const before = new Map(moved.ok ? moved.value.map((each) => [each.accountId, each]) : []);
  await insertReassignment(
    tx,
    { reassignmentId, kind, madeOn: today, at, actor: actor.ref, reason },
    moves.flatMap(({ account: { accountId }, to, rule }) => {
      const was = before.get(accountId);
      if (!was) return [];
      return [{ accountId, fromId: was.ownerId, toId: to, wasPinned: was.pinned, rule }];
    }),
  );
  context.did({ what: 'reassignment', id: reassignmentId, facts: { accounts: moves.length } });
  return reassignmentId;
}
