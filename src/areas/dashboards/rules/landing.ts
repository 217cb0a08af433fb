/**
 * Where a month is expected to land: what came in so far and the weeks forecast for the rest.
 *
 * What is forecast of the week under way is for the days that are left of it; of a week that ends
 * in the next month the share of its days counts. Weeks are taken as
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
    const all = daysOf(week, first, plusDays(week.weekStart, 6));
    return days > 0 ? [{ week, days: BigInt(days), all: BigInt(all) }] : [];
  });
  if (left.length === 0 && first <= last) return undefined;
  const shares = (of: (week: ForecastWeek) => bigint): bigint[] =>
    left.map(({ week, days, all }) => divideHalfUp(of(week) * days, all));
  const sum = (of: (week: ForecastWeek) => bigint): bigint =>
    shares(of).reduce((total, share) => total + share, 0n);
  const squares = (of: (week: ForecastWeek) => bigint): bigint =>
    shares(of).reduce((total, share) => total + share ** 2n, 0n);
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
