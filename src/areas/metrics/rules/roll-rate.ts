/**
 * Roll rates: the share of each bucket that moved on into the next one within a month.
 *
 * Bucket k+1 of this month over bucket k of the month before: the same debts, one month
 * later. A bucket that was empty has no rate.
 */
import { type Money } from '#kernel/money.ts';
import { type Figure, percentOf } from './figure.ts';

/** Balances by bucket, from not due onwards, each bucket a month wide. */
export type BucketBalances = readonly (Money | undefined)[];

/** The percentage rolled from each bucket into the next: one fewer than there are buckets. */
export function rollRates(priorMonth: BucketBalances, thisMonth: BucketBalances): Figure[] {
  return priorMonth.slice(0, -1).map((before, index) => {
    const after = thisMonth[index + 1];
    return before === undefined || after === undefined ? null : percentOf(after, before);
  });
}
