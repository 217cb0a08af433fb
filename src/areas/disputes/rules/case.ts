/**
 * A dispute: what a customer says is wrong with an invoice, or with a part of it.
 *
 * Only what is contested waits; the rest of the invoice stays due and is asked for. Nobody may
 * contest more of an item than is open and not contested already.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, atLeast, formatMoney, isPositive, minus } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type BusinessCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';

export const disputeReasons = [
  'price',
  'quantity',
  'damaged',
  'not_received',
  'not_ordered',
  'freight',
  'tax',
  'duplicate',
  'terms',
  'service',
  'other',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

/** Which part of the invoice is contested. */
export const disputeParts = ['whole', 'line', 'freight', 'tax', 'amount'] as const;
export type DisputePart = (typeof disputeParts)[number];

/** An item as it stands before somebody contests it. */
export type Contestable = {
  readonly itemId: Id;
  readonly number: string;
  readonly open: Money;
  /** What of it is contested already. */
  readonly disputed: Money;
};

/** `amount` null: all that is open and not contested yet. */
export type Contested = { readonly itemId: Id; readonly amount: Money | null };

export type ContestRefusal =
  | 'dispute.amount_not_positive'
  | 'dispute.disputed_already'
  | 'dispute.item_not_open'
  | 'dispute.more_than_open';

/** How much of the item is contested from now on. */
export function contest(
  { amount }: Contested,
  item: Contestable | undefined,
): Outcome<Money, ContestRefusal> {
  if (!item || !isPositive(item.open)) {
    return refuse('dispute.item_not_open', { number: item?.number ?? '' });
  }
  const { number, open, disputed } = item;
  const free = minus(open, disputed);
  if (!isPositive(free)) return refuse('dispute.disputed_already', { number });
  if (amount === null) return accept(free);
  if (amount.currency !== open.currency) return refuse('dispute.item_not_open', { number });
  if (!isPositive(amount)) {
    return refuse('dispute.amount_not_positive', { amount: formatMoney(amount) });
  }
  if (!atLeast(free, amount)) {
    return refuse('dispute.more_than_open', {
      amount: formatMoney(amount),
      open: formatMoney(free),
      number,
    });
  }
  return accept(amount);
}

/** Business days in which whoever owns the case owes an answer, by what is contested. */
const answerDays: Readonly<Record<DisputeReason, number>> = {
  price: 5,
  quantity: 5,
  damaged: 5,
  not_received: 3,
  not_ordered: 5,
  freight: 3,
  tax: 5,
  duplicate: 3,
  terms: 5,
  service: 10,
  other: 5,
};

export function answerBy(reason: DisputeReason, today: Day, calendar: BusinessCalendar): Day {
  return plusBusinessDays(today, answerDays[reason], calendar);
}
