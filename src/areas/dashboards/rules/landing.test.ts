import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type ForecastWeek, landing } from './landing.ts';

const week = (weekStart: string, expected: bigint, half: bigint): ForecastWeek => ({
  weekStart: day(weekStart),
  expected,
  p10: expected - half,
  p90: expected + half,
});

test('what came in and the weeks that are left make where the month lands', () => {
  const weeks = [week('2026-11-16', 700n, 70n), week('2026-11-23', 1400n, 140n)];
  // From the 20th: what is left of the first week, the whole second one.
  expect(landing(1000n, weeks, day('2026-11-19'))).toEqual({
    low: 3100n - 156n,
    expected: 3100n,
    high: 3100n + 156n,
  });
});

test('of a week that ends in the next month only its days of this month count', () => {
  const weeks = [week('2026-11-30', 700n, 0n)];
  expect(landing(0n, weeks, day('2026-11-29'))?.expected).toBe(100n);
});

test('without a forecast nothing is said, and on the last day the month has landed', () => {
  expect(landing(1000n, [], day('2026-11-19'))).toBeUndefined();
  expect(landing(1000n, [], day('2026-11-30'))).toEqual({
    low: 1000n,
    expected: 1000n,
    high: 1000n,
  });
});

test('a rest without a band lands on the amount itself', () => {
  const weeks = [week('2026-11-23', 10n ** 18n, 10n ** 17n)];
  expect(landing(0n, weeks, day('2026-11-22'))).toEqual({
    low: 9n * 10n ** 17n,
    expected: 10n ** 18n,
    high: 11n * 10n ** 17n,
  });
});
