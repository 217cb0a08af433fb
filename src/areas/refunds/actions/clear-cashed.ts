/**
 * Looks in the bank's lines for checks and transfers of refunds: what was cashed is cleared, once.
 * A check paid with another amount is put before a person at once: banks take such a complaint
 * only for a short while.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { startClock } from '#areas/clocks/index.ts';
import { type OpenPayment, type Seen, cashedBy } from '../rules/cashed.ts';
import { openPayments, outgoingLines } from '../store/cashed.ts';
import { differsClock } from './end-clocks.ts';
import { clearPayment } from './follow-payment.ts';

export async function clearCashed(
  context: Context,
  companyId: Id,
): Promise<Outcome<{ cleared: number; differs: number }>> {
  const payments = await openPayments(context.tx, companyId);
  if (payments.length === 0) return accept({ cleared: 0, differs: 0 });
  const lines = await outgoingLines(context.tx, companyId, payments);
  const { cleared, differs } = cashedBy(payments, lines);
  for (const { payment, line } of cleared) {
    const { accountId, refundId } = payment;
    const wish = { accountId, refundId, on: line.on, lineId: line.lineId };
    const done = await clearPayment(context, wish);
    if (!done.ok) return done;
  }
  for (const found of differs) await watch(context, companyId, found);
  return accept({ cleared: cleared.length, differs: differs.length });
}

async function watch(
  context: Context,
  companyId: Id,
  { payment, line }: Seen<OpenPayment>,
): Promise<void> {
  const { accountId, refundId, paymentId, amount, number } = payment;
  await startClock(context, {
    key: differsClock(paymentId),
    kind: 'refund_check_differs',
    companyId,
    accountId,
    about: { kind: 'refund', id: refundId },
    startedOn: context.today,
    dueOn: context.today,
    source: 'policy: refunds',
    ownerId: null,
    facts: {
      number,
      amount: formatMoney(amount),
      currency: amount.currency,
      paid: formatMoney(line.amount),
    },
  });
}
