/**
 * A discount taken: how much of it was earned by paying in time.
 *
 * The offer stands with the item and counts from its issue day. What is taken beyond it, or
 * a day late, is unearned: it stays open on the item (case P-08). Half of the discounted
 * price earns half of the discount.
 */
import type { Day } from '#kernel/day.ts';
import { divideHalfUp } from '#kernel/money.ts';
import type { DiscountOffer, ItemState } from './posting.ts';

export type Earned = { readonly amount: bigint; readonly tax: bigint };

/**
 * What of `claimed` is earned on a day. `item` stands as after the cash of this payment;
 * `taken` is what discounts already took from it. Minor units of the item's currency.
 */
export function earnedDiscount(
  claimed: bigint,
  item: ItemState,
  taken: bigint,
  offers: readonly DiscountOffer[],
  on: Day,
): Earned {
  const offer = offers
    .filter(({ until }) => on <= until)
    .reduce<DiscountOffer | undefined>((a, b) => (a && a.amount >= b.amount ? a : b), undefined);
  if (offer === undefined) return { amount: 0n, tax: 0n };
  const price = item.amount - offer.amount;
  const paid = item.amount - item.open - taken;
  const whole = price <= 0n || paid >= price;
  const allowed = (whole ? offer.amount : divideHalfUp(offer.amount * paid, price)) - taken;
  const amount = least(claimed, item.open, allowed < 0n ? 0n : allowed);
  return { amount, tax: divideHalfUp(offer.tax * amount, offer.amount) };
}

function least(...amounts: readonly [bigint, ...bigint[]]): bigint {
  return amounts.reduce((a, b) => (a < b ? a : b));
}
