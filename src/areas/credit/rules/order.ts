/**
 * An order as the order system states it: all that was ordered, delivered and invoiced so far.
 *
 *   placed ──▶ approved ──▶ delivered (not billed) ──▶ invoiced ──▶ closed
 *     └──▶ held ──released──▶ …            └──▶ cancelled
 *
 * A statement says how it stands, never by how much it moved: the same statement twice is once.
 */
import type { Day } from '#kernel/day.ts';
import { type Currency, formatMinor, decimalsOf } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { OrderAmounts } from './exposure.ts';

export type OrderRefusal =
  | 'credit.amount_negative'
  | 'credit.order_nothing'
  | 'credit.order_ahead'
  | 'credit.order_currency';

export type StatedOrder = OrderAmounts & {
  readonly number: string;
  readonly orderedOn: Day;
  readonly currency: Currency;
};

/** Refuses what no order can be; `before` is how it stood, when it was known. */
export function acceptStatement<O extends StatedOrder>(
  stated: O,
  before: Pick<StatedOrder, 'currency'> | undefined,
  today: Day,
): Outcome<O, OrderRefusal> {
  const { amount, delivered, invoiced, currency, orderedOn, number, state } = stated;
  const least = [amount, delivered, invoiced].find((each) => each < 0n);
  if (least !== undefined) {
    const said = formatMinor(least, decimalsOf(currency));
    return refuse('credit.amount_negative', { amount: said, number });
  }
  if (amount === 0n && state === 'open') return refuse('credit.order_nothing', { number });
  if (orderedOn > today) return refuse('credit.order_ahead', { orderedOn, today, number });
  if (before !== undefined && before.currency !== currency) {
    const facts = { number, before: before.currency, currency };
    return refuse('credit.order_currency', facts);
  }
  return accept(stated);
}
