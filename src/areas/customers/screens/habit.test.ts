/** What a year of payments says. */
import { describe, expect, test } from 'vitest';
import { habitOf } from './habit.ts';

const year = (days: readonly (number | null)[]) =>
  days.map((daysLate, index) => ({ month: `2026-${index + 1}`, daysLate }));

describe('how they pay', () => {
  test('drifting, when the last months are five days worse than half a year before', () => {
    const months = year([6, 7, 5, 8, 6, 7, 9, 11, 13, 16, 19, 24]);
    expect(habitOf(months)).toEqual({ kind: 'drifting', last: 20, first: 7 });
  });

  test('better, when they are five days sooner', () => {
    const months = year([20, 20, 20, 20, 20, 20, 9, 9, 9, 5, 5, 5]);
    expect(habitOf(months)).toEqual({ kind: 'better', last: 5, first: 20 });
  });

  test('steady, when nothing is known of half a year before', () => {
    const months = year([null, null, null, null, null, null, null, null, null, 3, null, 5]);
    expect(habitOf(months)).toEqual({ kind: 'steady', last: 4 });
  });

  test('early, when they pay before the due day', () => {
    expect(habitOf(year(Array.from({ length: 12 }, () => -4)))).toEqual({ kind: 'early', days: 4 });
  });
});
