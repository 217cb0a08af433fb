/**
 * Sends Title IV money that nobody cashed back to the Department of Education (34 CFR 668.164(l)):
 * what is still out is void first, then the credit leaves the student's account for good.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { stopClock } from '#areas/clocks/index.ts';
import { lockAccount, payRefund } from '#areas/ledger/index.ts';
import { mayReturnToDepartment } from '../rules/department.ts';
import { insertEvent, moveRefund, type Refund, refundById } from '../store/refunds.ts';
import { departmentClock, undeliveredOver } from './end-clocks.ts';
import { returnPayment } from './follow-payment.ts';

export async function returnToDepartment(
  context: Context,
  { accountId, refundId }: Pick<Refund, 'accountId' | 'refundId'>,
): Promise<Outcome<{ state: 'ended' }>> {
  const { tx, actor, today, reason } = context;
  await lockAccount(tx, accountId);
  const refund = await refundById(tx, accountId, refundId);
  if (!refund) return refuse('refunds.no_such_refund');
  const may = mayReturnToDepartment(refund, actor.memberId);
  if (!may.ok) return may;
  if (refund.state !== 'returned') {
    const back = await returnPayment(context, { accountId, refundId, on: today, code: 'void' });
    if (!back.ok) return back;
  }
  for (const { itemId, amount } of refund.parts) {
    const sent = await payRefund(context, {
      accountId,
      creditItemId: itemId,
      amount,
      paidOn: today,
      method: 'other',
      reference: '34 CFR 668.164(l)',
    });
    if (!sent.ok) return sent;
  }
  const facts = { to: 'Department of Education' };
  await insertEvent(context, { accountId, refundId, kind: 'ended', facts });
  await moveRefund(context, refund, { state: 'ended' });
  await undeliveredOver(context, refund, reason);
  await stopClock(context, { key: departmentClock(refundId), how: 'met', reason });
  context.did({ what: 'refund returned to the Department', id: refundId });
  return accept({ state: 'ended' });
}
