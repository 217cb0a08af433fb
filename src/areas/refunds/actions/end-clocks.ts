/** Stops the clock of a credit that was paid out, and starts those of one that came back. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { stopClock } from '#areas/clocks/index.ts';
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

/** The key of the clock of money that did not arrive. */
export function undeliveredClock(refundId: Id): string {
  return `refund/${refundId}/undelivered`;
}

/** The law's clock has what it asks for: the money is on its way. */
export async function creditPaid(
  context: Context,
  { accountId, creditId, refundId }: Refund,
): Promise<void> {
  const reason = 'the refund went out';
  await stopClock(context, { key: cardClock(refundId), how: 'met', reason });
  await stopClock(context, { key: undeliveredClock(refundId), how: 'met', reason });
  if (creditId === null) return;
  await stopClock(context, { key: creditClock(creditId), how: 'met', reason });
  await endCredit(context, { accountId, creditId }, 'paid');
}
