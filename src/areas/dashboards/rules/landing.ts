/**
 * Where a month is expected to land: what came in so far and the weeks forecast for the rest.
 *
 * Of a week that ends in the next month the share of its days counts. Weeks are taken as
 * independent: their bands add up as squares, so a month is less uncertain than its weeks
 * added end to end.
 */
import { type Day, daysBetween, endOfMonth, later, plusDays } from '#kernel/day.ts';
import { divideHalfUp } from '#kernel/money.ts';

export type ForecastWeek = {
  readonly weekStart: Day;
  readonly expected: bigint;
  readonly p10: bigint;
  readonly p90: bigint;
};

export type Landing = { readonly low: bigint; readonly expected: bigint; readonly high: bigint };

/** Undefined without a forecast for any day that is left of the month. */
export function landing(
  received: bigint,
  weeks: readonly ForecastWeek[],
  today: Day,
): Landing | undefined {
  const first = plusDays(today, 1);
  const last = endOfMonth(today);
  const left = weeks.flatMap((week) => {
    const days = daysOf(week, first, last);
    return days > 0 ? [{ week, days: BigInt(days) }] : [];
  });
  if (left.length === 0 && first <= last) return undefined;
  const share = (amount: bigint, days: bigint): bigint => divideHalfUp(amount * days, 7n);
  const sum = (of: (week: ForecastWeek) => bigint): bigint =>
    left.reduce((total, { week, days }) => total + share(of(week), days), 0n);
  const squares = (of: (week: ForecastWeek) => bigint): bigint =>
    left.reduce((total, { week, days }) => total + share(of(week), days) ** 2n, 0n);
  const expected = received + sum((week) => week.expected);
  return {
    low: expected - root(squares((week) => week.expected - week.p10)),
    expected,
    high: expected + root(squares((week) => week.p90 - week.expected)),
  };
}

/** Days of the week that lie between the two days, both counted. */
function daysOf({ weekStart }: ForecastWeek, first: Day, last: Day): number {
  const from = later(weekStart, first);
  const end = plusDays(weekStart, 6);
  return daysBetween(from, end < last ? end : last) + 1;
}

/** The whole part of a square root (Newton). */
function root(square: bigint): bigint {
  if (square < 2n) return square;
  let guess = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const better = (guess + square / guess) >> 1n;
    if (better >= guess) return guess;
    guess = better;
  }
}
