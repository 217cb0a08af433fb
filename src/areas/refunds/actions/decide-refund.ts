/**
 * What becomes of a refund once approvals have spoken: approved, or its credit let go.
 *
 * Approved is not paid: a third person releases it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { grantedRequest, settleRequest } from '#areas/approvals/index.ts';
import {
  type Refund,
  insertEvent,
  moveRefund,
  refundById,
  refundOfRequest,
} from '../store/refunds.ts';
import { letGo } from './withdraw-refund.ts';

/** A granted request: the refund may be released, by somebody else again. */
export async function refundGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ approved: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'refund');
  if (!request) return accept({ approved: false });
  // What requestRefund kept.
  const { accountId, refundId } = request.subject as Pick<Refund, 'accountId' | 'refundId'>;
  const refund = await refundById(context.tx, accountId, refundId);
  if (refund?.state !== 'requested') {
    const detail = { state: refund?.state ?? 'gone' };
    await settleRequest(context, requestId, { how: 'failed', detail });
    return accept({ approved: false });
  }
  for (const { memberId, forMember, said } of request.decisions) {
    if (said === 'no') continue;
    const facts = { memberId, ...(forMember === null ? {} : { forMember }) };
    await insertEvent(context, { accountId, refundId, kind: 'approved', facts });
  }
  await moveRefund(context, refund, { state: 'approved' });
  await settleRequest(context, requestId, { how: 'done', detail: { refundId } });
  context.did({ what: 'refund approved', id: refundId });
  const payload = { refundId, method: refund.method };
  await context.tell({ name: 'refunds.refund_approved', accountId, payload });
  return accept({ approved: true });
}

/** A request that was refused, taken back or left to expire: the credit is free again. */
export async function refundNotGranted(
  context: Context,
  requestId: Id,
  how: 'refused' | 'withdrawn',
): Promise<Outcome<{ freed: boolean }, never>> {
  const refund = await refundOfRequest(context.tx, requestId);
  if (refund?.state !== 'requested') return accept({ freed: false });
  await letGo(context, refund, how);
  return accept({ freed: true });
}
