/** Stops the clock of a credit that was paid out, and starts those of one that came back. */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import { departmentBy } from '../rules/department.ts';
import { endCredit } from '../store/credits.ts';
import type { Refund } from '../store/refunds.ts';

/** The key of the clock that a credit runs under. */
export function creditClock(creditId: Id): string {
  return `refund-credit/${creditId}`;
}

/** The key of the clock of a payment to a card. */
export function cardClock(refundId: Id): string {
  return `refund/${refundId}/card`;
}

/** The key of the clock of money that did not arrive: each payment that comes back has its own. */
export function undeliveredClock(paymentId: Id): string {
  return `refund/${paymentId}/undelivered`;
}

/** The money that came back is on its way again, or is somebody else's now. */
export async function undeliveredOver(
  context: Context,
  { refundId, paymentId }: Pick<Refund, 'refundId' | 'paymentId'>,
  reason: string,
): Promise<void> {
  // Before a refund could come back twice, its clock was known by the refund.
  for (const one of [refundId, paymentId]) {
    if (one !== null) await stopClock(context, { key: undeliveredClock(one), how: 'met', reason });
  }
}

/** The key of the clock of a check that nobody cashed. */
export function staleClock(paymentId: Id): string {
  return `refund/${paymentId}/stale`;
}

/** The key of the clock of a check that the bank paid with another amount. */
export function differsClock(paymentId: Id): string {
  return `refund/${paymentId}/differs`;
}

/** The key of the 240 days of Title IV: one for all attempts to pay a refund. */
export function departmentClock(refundId: Id): string {
  return `refund/${refundId}/department`;
}

/** Nothing waits any longer for the payment to be cashed. */
export async function paymentOver(context: Context, paymentId: Id): Promise<void> {
  const { reason } = context;
  await stopClock(context, { key: staleClock(paymentId), how: 'met', reason });
  await stopClock(context, { key: differsClock(paymentId), how: 'met', reason });
}

/** Title IV: from the first check or transfer; a later one starts nothing anew. */
export async function watchDepartment(context: Context, refund: Refund): Promise<void> {
  const { accountId, companyId, refundId, amount, origin } = refund;
  if (origin !== 'title_iv') return;
  await startClock(context, {
    key: departmentClock(refundId),
    kind: 'title_iv_240d',
    companyId,
    accountId,
    about: { kind: 'refund', id: refundId },
    startedOn: context.today,
    dueOn: departmentBy(context.today),
    source: '34 CFR 668.164(l)',
    ownerId: null,
    facts: { amount: formatMoney(amount), currency: amount.currency },
  });
}

/** The law's clock has what it asks for: the money is on its way. */
export async function creditPaid(
  context: Context,
  { accountId, creditId, refundId, paymentId }: Refund,
): Promise<void> {
  const reason = 'the refund went out';
  await stopClock(context, { key: cardClock(refundId), how: 'met', reason });
  await undeliveredOver(context, { refundId, paymentId }, reason);
  if (creditId === null) return;
  await stopClock(context, { key: creditClock(creditId), how: 'met', reason });
  await endCredit(context, { accountId, creditId }, 'paid');
}
