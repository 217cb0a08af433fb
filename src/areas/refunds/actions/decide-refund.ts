/**
 * What becomes of a refund once approvals have spoken: approved, or its credit let go.
 *
 * Approved is not paid: a third person releases it.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { startClock } from '#areas/clocks/index.ts';
import { grantedRequest, settleRequest } from '#areas/approvals/index.ts';
import {
  type Refund,
  insertEvent,
  moveRefund,
  refundById,
  refundOfRequest,
} from '../store/refunds.ts';
import { packOf } from '../rules/packs.ts';
import { cardClock } from './end-clocks.ts';
import { letGo } from './withdraw-refund.ts';

const cardDays = 5;

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
  if (refund.method === 'card') await startCardClock(context, refund);
  context.did({ what: 'refund approved', id: refundId });
  const payload = { refundId, method: refund.method };
  await context.tell({ name: 'refunds.refund_approved', accountId, payload });
  return accept({ approved: true });
}

/** The networks want a credit at the processor within five days of being granted. */
async function startCardClock(context: Context, refund: Refund): Promise<void> {
  const { accountId, refundId, companyId, amount } = refund;
  await startClock(context, {
    key: cardClock(refundId),
    kind: 'refund_card',
    companyId,
    accountId,
    about: { kind: 'refund', id: refundId },
    startedOn: context.today,
    dueOn: plusDays(context.today, cardDays),
    source: packOf('card').citation,
    ownerId: null,
    facts: { amount: formatMoney(amount), currency: amount.currency },
  });
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
