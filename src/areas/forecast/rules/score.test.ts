import { expect, test } from 'vitest';
import { accuracyOf, addScores, calibrationOf, noScore, pinballOf, scoreOf } from './score.ts';

const interval = { p10: 10, p50: 12, p90: 20 };
const judged = { ...interval, dueOn: 9, late: 0.9, late30: 0.1, paidOn: 13 };
const all = { interval: true, late: true, late30: true };

test('the pinball loss of three days is their mean, dearer on the unlikely side', () => {
  // 0.1 × 3 above the lowest, 0.5 × 1 above the middle, 0.1 × 7 below the highest.
  expect(pinballOf(interval, 13)).toBeCloseTo((0.3 + 0.5 + 0.7) / 3, 10);
});

test('what ended is judged, what did not is left for its day', () => {
  expect(scoreOf(judged, 40, all)).toMatchObject({ intervals: 1, covered: 1, missedDays: 1 });
  expect(scoreOf(judged, 40, all).lateBrier).toBeCloseTo(0.01, 10);
  expect(scoreOf(judged, 40, all).late30Brier).toBeCloseTo(0.01, 10);
  expect(scoreOf(judged, 40, { interval: false, late: false, late30: false })).toEqual(noScore);
});

test('an item still open after its interval was not covered and missed by days so far', () => {
  const open = { ...judged, paidOn: null };
  expect(scoreOf(open, 20, all)).toMatchObject({ intervals: 1, covered: 0, missedDays: 9 });
});

test.each([
  [10, 8, 'too_few'],
  [100, 80, 'held'],
  [100, 69, 'too_narrow'],
  [100, 91, 'too_wide'],
])('%i intervals of which %i held the day are %s', (intervals, covered, says) => {
  const score = addScores(noScore, { ...noScore, intervals, covered });
  expect(calibrationOf(accuracyOf(score))).toBe(says);
});

test('nothing judged is no figure', () => {
  expect(accuracyOf(noScore)).toMatchObject({ judged: 0, maeDays: null, coverage: null });
});
