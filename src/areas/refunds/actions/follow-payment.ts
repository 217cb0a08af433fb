/**
 * What became of a payment: cashed, come back, never cashed. A refund that came back is the
 * customer's credit again at its own age, never income; its clocks run on.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import { lockAccount, reserveCredit, returnRefund } from '#areas/ledger/index.ts';
import { standardRefundPolicy } from '../rules/findings.ts';
import { mayStep } from '../rules/refund.ts';
import { undeliveredUntil } from '../rules/undelivered.ts';
import { payeesOf } from '../store/payees.ts';
import { type Payment, paymentById } from '../store/payments.ts';
import { type Refund, insertEvent, moveRefund, refundById } from '../store/refunds.ts';
import { departmentClock, paymentOver, staleClock, undeliveredClock } from './end-clocks.ts';

export type OnePayment = { readonly accountId: Id; readonly refundId: Id; readonly on: Day };

export type FollowRefusal =
  | 'refunds.no_such_refund'
  | 'refunds.not_now'
  | 'refunds.day_before_issue';

/** The bank paid it. */
export async function clearPayment(
  context: Context,
  { accountId, refundId, on, lineId }: OnePayment & { readonly lineId?: Id },
): Promise<Outcome<{ state: 'cleared' }, FollowRefusal>> {
  const found = await latest(context, { accountId, refundId, on }, 'cleared');
  if (!found.ok) return found;
  const facts = lineId === undefined ? {} : { lineId };
  await insertEvent(context, { accountId, refundId, kind: 'cleared', on, facts });
  await moveRefund(context, { accountId, refundId }, { state: 'cleared', on });
  await paymentOver(context, found.value.payment.paymentId);
  const { reason } = context;
  await stopClock(context, { key: departmentClock(refundId), how: 'met', reason });
  context.did({ what: 'refund cleared', id: refundId });
  return accept({ state: 'cleared' });
}

/** It came back, or its check is void: the credit stands again and the clock of the law starts. */
export async function returnPayment(
  context: Context,
  { code, ...one }: OnePayment & { readonly code: string },
): Promise<Outcome<{ state: 'returned' }>> {
  const found = await latest(context, one, 'returned');
  if (!found.ok) return found;
  const { refund, payment } = found.value;
  const { accountId, refundId, on } = one;
  for (const { itemId } of payment.items) {
    const back = await returnRefund(context, { accountId, itemId, returnedOn: on });
    if (!back.ok) return back;
  }
  const facts = { code, number: payment.number };
  await insertEvent(context, { accountId, refundId, kind: 'returned', on, facts });
  await moveRefund(context, refund, { state: 'returned', on });
  await paymentOver(context, payment.paymentId);
  await startUndelivered(context, refund, payment, on);
  context.did({ what: 'refund returned', id: refundId, facts: { code } });
  await context.tell({ name: 'refunds.refund_returned', accountId, payload: { refundId, code } });
  return accept({ state: 'returned' });
}

/** Title IV: 45 days to try again, 240 from the first issue until the Department has it back. */
async function startUndelivered(
  context: Context,
  refund: Refund,
  { firstIssuedOn, paymentId }: Payment,
  on: Day,
): Promise<void> {
  const { accountId, companyId, refundId, amount, origin } = refund;
  const { dueOn, source } = undeliveredUntil(origin, firstIssuedOn, on);
  await startClock(context, {
    key: undeliveredClock(paymentId),
    kind: 'refund_undelivered',
    companyId,
    accountId,
    about: { kind: 'refund', id: refundId },
    startedOn: on,
    dueOn,
    source,
    ownerId: null,
    facts: { amount: formatMoney(amount), currency: amount.currency },
  });
}

export type RetryRefund = { readonly accountId: Id; readonly refundId: Id };

/** Tries it again under the same approval; somebody releases it again. */
export async function retryRefund(
  context: Context,
  { accountId, refundId }: RetryRefund,
): Promise<Outcome<{ state: 'approved' }>> {
  await lockAccount(context.tx, accountId);
  const refund = await refundById(context.tx, accountId, refundId);
  if (!refund) return refuse('refunds.no_such_refund');
  const may = mayStep(refund, 'retried');
  if (!may.ok) return may;
  const to = (await payeesOf(context.tx, [accountId])).find(
    ({ payeeId }) => payeeId === refund.payeeId,
  );
  if (to !== undefined && to.state !== 'confirmed') return refuse('refunds.bank_details_ended');
  const reservations: Record<string, string> = {};
  for (const { itemId, amount } of refund.parts) {
    const held = await reserveCredit(context, { accountId, creditItemId: itemId, amount });
    if (!held.ok) return held;
    reservations[itemId] = held.value.reservationId;
  }
  await insertEvent(context, { accountId, refundId, kind: 'retried', facts: reservations });
  await moveRefund(context, refund, { state: 'approved' });
  context.did({ what: 'refund tried again', id: refundId });
  return accept({ state: 'approved' });
}

/** Nobody cashed the check in its time: it asks for a word with the customer, no reversal. */
export async function markStale(
  context: Context,
  { accountId, refundId }: Pick<Refund, 'accountId' | 'refundId'>,
): Promise<Outcome<{ state: 'stale' }, FollowRefusal>> {
  await lockAccount(context.tx, accountId);
  const refund = await refundById(context.tx, accountId, refundId);
  if (!refund) return refuse('refunds.no_such_refund');
  const may = mayStep(refund, 'stale');
  if (!may.ok) return may;
  await insertEvent(context, { accountId, refundId, kind: 'stale' });
  await moveRefund(context, refund, { state: 'stale' });
  await startStale(context, refund);
  context.did({ what: 'check stale', id: refundId });
  await context.tell({ name: 'refunds.refund_stale', accountId, payload: { refundId } });
  return accept({ state: 'stale' });
}

/** Somebody asks the customer for it within a month, by policy. */
async function startStale(context: Context, refund: Refund): Promise<void> {
  const { accountId, companyId, refundId, paymentId, amount } = refund;
  if (paymentId === null) return;
  await startClock(context, {
    key: staleClock(paymentId),
    kind: 'refund_stale',
    companyId,
    accountId,
    about: { kind: 'refund', id: refundId },
    startedOn: context.today,
    dueOn: plusDays(context.today, standardRefundPolicy.askStaleDays),
    source: 'policy: refunds',
    ownerId: null,
    facts: { amount: formatMoney(amount), currency: amount.currency },
  });
}

async function latest(
  context: Context,
  { accountId, refundId, on }: OnePayment,
  step: 'cleared' | 'returned',
): Promise<Outcome<{ refund: Refund; payment: Payment }, FollowRefusal>> {
  await lockAccount(context.tx, accountId);
  const refund = await refundById(context.tx, accountId, refundId);
  if (!refund) return refuse('refunds.no_such_refund');
  const may = mayStep(refund, step);
  if (!may.ok) return may;
  const payment =
    refund.paymentId === null
      ? undefined
      : await paymentById(context.tx, accountId, refund.paymentId);
  if (!payment) return refuse('refunds.not_now', { state: refund.state });
  if (on < payment.issuedOn) return refuse('refunds.day_before_issue', { day: payment.issuedOn });
  return accept({ refund, payment });
}
