import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, daysBetween, plusDays } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { dayCounts, simpleInterest, yearFraction } from './accrual.ts';

const usd = currency('USD');

describe('interest by its day count', () => {
  test.each`
    principal     | rate       | from            | to              | dayCount      | interest
    ${840_000n}   | ${'18'}    | ${'2026-09-30'} | ${'2026-11-21'} | ${'ACT/365F'} | ${'215.41'}
    ${840_000n}   | ${'18'}    | ${'2026-09-30'} | ${'2026-11-21'} | ${'ACT/360'}  | ${'218.40'}
    ${840_000n}   | ${'18'}    | ${'2026-09-30'} | ${'2026-11-21'} | ${'30/360'}   | ${'214.20'}
    ${840_000n}   | ${'18'}    | ${'2026-09-30'} | ${'2026-11-21'} | ${'ACT/ACT'}  | ${'215.41'}
    ${500_000n}   | ${'12.25'} | ${'2025-05-01'} | ${'2025-08-10'} | ${'ACT/365F'} | ${'169.49'}
    ${1_000_000n} | ${'10'}    | ${'2028-01-01'} | ${'2029-01-01'} | ${'ACT/ACT'}  | ${'1000.00'}
    ${1_000_000n} | ${'10'}    | ${'2028-01-01'} | ${'2029-01-01'} | ${'ACT/365F'} | ${'1002.74'}
    ${1_000_000n} | ${'10'}    | ${'2027-12-31'} | ${'2028-01-02'} | ${'ACT/ACT'}  | ${'5.47'}
    ${1_000_000n} | ${'10'}    | ${'2026-01-31'} | ${'2026-03-31'} | ${'30/360'}   | ${'166.67'}
    ${1_000_000n} | ${'10'}    | ${'2026-01-30'} | ${'2026-01-31'} | ${'30/360'}   | ${'0.00'}
    ${1_000_000n} | ${'10'}    | ${'2026-01-29'} | ${'2026-01-31'} | ${'30/360'}   | ${'5.56'}
    ${1_000_000n} | ${'10'}    | ${'2026-03-31'} | ${'2026-03-31'} | ${'ACT/365F'} | ${'0.00'}
    ${1_000_000n} | ${'10'}    | ${'2026-04-01'} | ${'2026-03-31'} | ${'ACT/365F'} | ${'0.00'}
  `('$principal at $rate by $dayCount is $interest', ({ interest, ...given }) => {
    const accrued = simpleInterest({
      principal: money(given.principal, usd),
      ratePct: decimal(given.rate),
      from: day(given.from),
      to: day(given.to),
      dayCount: given.dayCount,
    });
    expect(formatMoney(accrued)).toBe(interest);
  });
});

test('a longer time never earns less, and years add up by their own days', () => {
  const start = day('2023-02-27');
  fc.assert(
    fc.property(
      fc.nat({ max: 1500 }),
      fc.nat({ max: 1500 }),
      fc.constantFrom(...dayCounts),
      (first, more, dayCount) => {
        const middle = plusDays(start, first);
        const end = plusDays(middle, more);
        const value = (from: typeof start, to: typeof start) => {
          const { top, bottom } = yearFraction(from, to, dayCount);
          return top * ((360n * 365n * 366n) / bottom);
        };
        expect(value(start, end) >= value(start, middle)).toBe(true);
        const exact = dayCount !== '30/360';
        const sum = value(start, middle) + value(middle, end);
        expect(!exact || value(start, end) === sum).toBe(true);
        expect(daysBetween(start, end)).toBe(first + more);
      },
    ),
  );
});
