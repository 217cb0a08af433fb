/** Takes a refund back before the money has left: what was held of its credits is free again. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount, releaseReservation } from '#areas/ledger/index.ts';
import { mayStep } from '../rules/refund.ts';
import { type Refund, insertEvent, moveRefund, refundById } from '../store/refunds.ts';

export type WithdrawRefund = { readonly accountId: Id; readonly refundId: Id };

export async function withdrawRefund(
  context: Context,
  { accountId, refundId }: WithdrawRefund,
): Promise<Outcome<{ state: 'withdrawn' }, 'refunds.no_such_refund' | 'refunds.not_now'>> {
  await lockAccount(context.tx, accountId);
  const refund = await refundById(context.tx, accountId, refundId);
  if (!refund) return refuse('refunds.no_such_refund');
  const may = mayStep(refund, 'withdrawn');
  if (!may.ok) return may;
  await letGo(context, refund, 'withdrawn');
  return accept({ state: 'withdrawn' });
}

/** Ends a refund that was not paid, and frees its credits. */
export async function letGo(
  context: Context,
  refund: Refund,
  state: 'refused' | 'withdrawn',
): Promise<void> {
  const { accountId, refundId, parts } = refund;
  await lockAccount(context.tx, accountId);
  for (const { reservationId } of parts) {
    // A reservation that has ended already (its receipt bounced) holds nothing any more.
    await releaseReservation(context, { accountId, reservationId });
  }
  await insertEvent(context, { accountId, refundId, kind: state });
  await moveRefund(context, refund, { state, held: null });
  context.did({ what: `refund ${state}`, id: refundId });
  await context.tell({ name: 'refunds.refund_ended', accountId, payload: { refundId, state } });
}
