/**
 * The control of a batch: what somebody counted before anything was keyed.
 *
 * A batch posts only when the number of receipts and their sum are what was counted. A
 * difference is never posted around: the row that is wrong is withdrawn, or the batch is.
 */
import { type Money, formatMoney, minus, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type Control = { readonly count: number; readonly amount: Money };

export type BatchState = 'open' | 'posted' | 'withdrawn' | 'reversed';

export type ControlRefusal = 'cash.control_differs' | 'cash.batch_not_open';

/** What is there less what was counted: zero and zero when they agree. */
export function controlDifference(control: Control, amounts: readonly Money[]): Control {
  const { currency } = control.amount;
  return {
    count: amounts.length - control.count,
    amount: minus(sum(amounts, currency), control.amount),
  };
}

/** May the batch post? Refused with both differences, so that the wrong row can be found. */
export function mayPost(
  state: BatchState,
  control: Control,
  amounts: readonly Money[],
): Outcome<null, ControlRefusal> {
  if (state !== 'open') return refuse('cash.batch_not_open', { state });
  const difference = controlDifference(control, amounts);
  if (difference.count === 0 && difference.amount.minor === 0n) return accept(null);
  return refuse('cash.control_differs', {
    count: difference.count,
    amount: formatMoney(difference.amount),
    currency: control.amount.currency,
  });
}
