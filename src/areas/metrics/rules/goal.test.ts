import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { attainmentOf, isFlow, weeklyTargets, weeksOf } from './goal.ts';

const november = weeksOf(day('2026-11-01'));

describe('a monthly goal', () => {
  test('has the weeks of its month, cut at its ends', () => {
    expect(november.map(({ from, to }) => `${from}…${to}`)).toEqual([
      '2026-11-01…2026-11-01',
      '2026-11-02…2026-11-08',
      '2026-11-09…2026-11-15',
      '2026-11-16…2026-11-22',
      '2026-11-23…2026-11-29',
      '2026-11-30…2026-11-30',
    ]);
  });

  test('is shared out by working days when it flows, and stands as it is when it does not', () => {
    expect(weeklyTargets('cash', 2100n, november)).toEqual([0n, 500n, 500n, 500n, 500n, 100n]);
    expect(weeklyTargets('dso', 4500n, november)).toEqual(november.map(() => 4500n));
    expect(isFlow('dso')).toBe(false);
  });

  test('never loses a cent to its weeks, nor gives one to a week without a working day', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (target) => {
        const shared = weeklyTargets('cash', target, november);
        expect(shared.reduce((sum, part) => sum + part, 0n)).toBe(target);
        expect(shared[0]).toBe(0n);
      }),
    );
  });

  test.each([
    ['cash', 80n, 100n, '80.00'],
    ['dso', 50n, 45n, '90.00'],
    ['dso', 40n, 45n, '112.50'],
    ['cash', 10n, 0n, null],
  ] as const)('of %s, %d of %d is %s', (metric, actual, target, answer) => {
    expect(attainmentOf(metric, actual, target)).toBe(answer);
  });
});
