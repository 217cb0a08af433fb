/** Takes back the latest move on a list, if it was one's own; the order is as it was before. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { OrderRefusal } from '../rules/refusal.ts';
import { lastMoveOn, lockOrder, undoMove } from '../store/hand-order.ts';

/** `undone` is false when the latest move is not one's own, or there is none. */
export async function undoRowMove(
  { tx, actor, at, did, tell }: Context,
  listOf: Id,
): Promise<Outcome<{ undone: boolean }, OrderRefusal>> {
  const { memberId } = actor;
  if (memberId === null) return refuse('worklist.needs_person');
  await lockOrder(tx, listOf);
  const last = await lastMoveOn(tx, listOf);
  if (last?.memberId !== memberId) return accept({ undone: false });
  await undoMove(tx, last, { listOf, by: memberId, at });
  const { accountId, moveId } = last;
  did({ what: 'move taken back', id: moveId, facts: { listOf } });
  await tell({ name: 'worklist.row_moved', accountId, payload: { listOf, to: 'before' } });
  return accept({ undone: true });
}
