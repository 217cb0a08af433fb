/**
 * Asks for an overpayment to be paid back: the money is held from now on, nobody spends it.
 *
 * Who asks never approves and never pays; those are other people's steps (rules.md §7.2).
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { reserveCredit } from '#areas/ledger/index.ts';
import { insertRefundRequest } from '../store/refunds.ts';

export type RequestRefund = {
  readonly accountId: Id;
  readonly creditItemId: Id;
  readonly amount: Money;
};

export async function requestRefund(
  context: Context,
  wish: RequestRefund,
): Promise<Outcome<{ requestId: Id }>> {
  const held = await reserveCredit(context, wish);
  if (!held.ok) return held;
  const requestId = context.newId();
  const { reservationId } = held.value;
  await insertRefundRequest(context, { ...wish, requestId, reservationId });
  await context.tell({
    name: 'cash.refund_requested',
    accountId: wish.accountId,
    payload: { requestId, itemId: wish.creditItemId, amount: formatMoney(wish.amount) },
  });
  context.did({ what: 'refund asked for', id: requestId });
  return accept({ requestId });
}
