import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distributionOf, intervalOf, paidByChance, quantile } from './distribution.ts';

const hazardsIn = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 60,
});

describe('when an invoice will be paid', () => {
  test('a day has the chance of its hazard times that of having waited', () => {
    const distribution = distributionOf(100, Float64Array.of(0.5, 0.5, 1));
    expect([...distribution.chances]).toEqual([0.5, 0.25, 0.25]);
    expect(paidByChance(distribution, 100)).toBe(0);
    expect(paidByChance(distribution, 102)).toBe(0.75);
    expect([0.1, 0.5, 0.6, 0.9].map((level) => quantile(distribution, level))).toEqual([
      101, 101, 102, 103,
    ]);
  });

  test('chances grow with the days, and a quantile is the first day that reaches its level', () => {
    fc.assert(
      fc.property(hazardsIn, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (list, level) => {
        const distribution = distributionOf(0, Float64Array.from(list));
        const on = quantile(distribution, level);
        const reached = paidByChance(distribution, on);
        const before = paidByChance(distribution, on - 1);
        expect(reached).toBeGreaterThanOrEqual(Math.max(level, before) - 1e-9);
        expect(before).toBeLessThan(level + 1e-9);
      }),
    );
  });

  test('the interval holds eight in ten, around the middle, and no more than it must', () => {
    fc.assert(
      fc.property(hazardsIn, (list) => {
        const distribution = distributionOf(0, Float64Array.from(list));
        const { p10, p50, p90 } = intervalOf(distribution);
        const held = paidByChance(distribution, p90) - paidByChance(distribution, p10 - 1);
        expect([p10, p50, p90]).toEqual([p10, p50, p90].toSorted((a, b) => a - b));
        expect(held).toBeGreaterThanOrEqual(0.8 - 1e-9);
      }),
    );
    const lumps = distributionOf(0, Float64Array.of(0.12, 0.8, 0.5, 1));
    expect(intervalOf(lumps)).toEqual({ p10: 1, p50: 2, p90: 2 });
  });
});
