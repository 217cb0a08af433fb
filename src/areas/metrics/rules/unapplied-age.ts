/**
 * How old the cash is that nobody has applied yet.
 *
 * The days are weighted by amount, and what has lain for more than 30 days is a sum of its
 * own: that is the money a customer will dun us about.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Currency, type Money, sum } from '#kernel/money.ts';
import { type Figure, weightedAverage } from './figure.ts';

export type UnappliedSum = { readonly amount: Money; readonly since: Day };

export type UnappliedAge = { readonly weightedDays: Figure; readonly over30: Money };

const oldFrom = 31;

/** The age of unapplied sums of one currency; what arrived after `asOf` does not count. */
export function unappliedAge(
  sums: readonly UnappliedSum[],
  currency: Currency,
  asOf: Day,
): UnappliedAge {
  const aged = sums
    .filter((each) => each.since <= asOf)
    .map((each) => ({ weight: each.amount, value: daysBetween(each.since, asOf) }));
  const old = aged.filter((each) => each.value >= oldFrom).map((each) => each.weight);
  return { weightedDays: weightedAverage(aged), over30: sum(old, currency) };
}
