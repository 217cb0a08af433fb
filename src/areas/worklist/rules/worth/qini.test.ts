import { expect, test } from 'vitest';
import { outcomes } from '#test/support/standings.ts';
import { qiniOf } from './qini.ts';
import type { Outcome } from './uplift.ts';

/** Half of the accounts answer, and the order knows which, or has it the wrong way round. */
function ordered(right: boolean): readonly Outcome[] {
  const answers = outcomes(11, { open: 1500, leftAlone: 300, adds: 0.4, chance: 1 / 6 });
  const silent = outcomes(12, { open: 1500, leftAlone: 300, adds: 0, chance: 1 / 6 });
  const expecting = (all: readonly Outcome[], expected: bigint): readonly Outcome[] =>
    all.map((each) => ({ ...each, expected }));
  return [...expecting(answers, right ? 9n : 1n), ...expecting(silent, right ? 1n : 9n)];
}

test('an order that puts first who answers lies above the straight line', () => {
  const qini = qiniOf(ordered(true));
  expect(qini?.coefficient.low).toBeGreaterThan(0);
  const half = qini?.points[5];
  expect(half?.cash).toBeGreaterThan(1.4 * (half?.byChance ?? Infinity));
  expect(qini?.points.at(-1)?.cash).toBeCloseTo(qini?.points.at(-1)?.byChance ?? 0, 3);
});

test('an order the wrong way round lies beneath it', () => {
  expect(qiniOf(ordered(false))?.coefficient.high).toBeLessThan(0);
});

test('too few left alone: there is no curve', () => {
  expect(qiniOf(outcomes(2, { open: 400, leftAlone: 5, adds: 0.2 }))).toBeNull();
});
