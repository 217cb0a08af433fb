/**
 * One account's line of the aging: its open items spread over the buckets, credits apart.
 *
 * Cash on account and unused credit memos never shrink a bucket; they stand in their own
 * negative column, so that the buckets say what is owed and the balance what is owed net
 * (law 4). Each item is one due day, so instalments age one by one.
 */
import { type Day } from '#kernel/day.ts';
import { type Currency, type Money, plus, sum, zero } from '#kernel/money.ts';
import { type AgingBasis, type Buckets, age, bucketOf } from './aging.ts';

/** What is open of an item; below zero when it is a credit. */
export type AgedItem = { readonly issuedOn: Day; readonly dueOn: Day; readonly open: Money };

export type AgingView = {
  readonly asOf: Day;
  readonly basis: AgingBasis;
  readonly buckets: Buckets;
};

export type AgedBalance = {
  readonly buckets: readonly Money[];
  readonly unapplied: Money;
  readonly balance: Money;
};

/** Spreads the open items of one account in one currency; the items are those of `asOf`. */
export function agedBalance(
  items: readonly AgedItem[],
  currency: Currency,
  view: AgingView,
): AgedBalance {
  const buckets = Array.from({ length: view.buckets.length + 1 }, () => zero(currency));
  let unapplied = zero(currency);
  for (const item of items) {
    if (item.open.minor < 0n) {
      unapplied = plus(unapplied, item.open);
      continue;
    }
    const countedFrom = view.basis === 'due' ? item.dueOn : item.issuedOn;
    const index = bucketOf(age(view.asOf, countedFrom), view.buckets);
    buckets[index] = plus(buckets[index] ?? zero(currency), item.open);
  }
  return { buckets, unapplied, balance: plus(sum(buckets, currency), unapplied) };
}
