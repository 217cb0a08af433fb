import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { daysLate, resumedDue } from './clock.ts';
import { clockKinds, isClockKind, kindRule } from './kinds.ts';

test('on its last day a clock is in time, the day after it is late', () => {
  expect(daysLate(day('2026-11-20'), day('2026-11-20'))).toBe(0);
  expect(daysLate(day('2026-11-20'), day('2026-11-23'))).toBe(3);
  expect(daysLate(day('2026-11-20'), day('2026-11-01'))).toBe(0);
});

test('a rest moves the last day by the days it took', () => {
  expect(resumedDue(day('2026-11-20'), day('2026-11-10'), day('2026-11-17'))).toBe('2026-11-27');
  expect(resumedDue(day('2026-11-20'), day('2026-11-10'), day('2026-11-10'))).toBe('2026-11-20');
});

test('kinds stand sorted, and none that is agreed or of the plain law rests', () => {
  expect(clockKinds).toEqual(clockKinds.toSorted());
  expect(kindRule('title_iv_14d')).toEqual({ hard: true, pauses: false, listed: true });
  expect(kindRule('medicare_60d')).toEqual({ hard: true, pauses: true, listed: true });
  expect(isClockKind('constructor')).toBe(false);
});
