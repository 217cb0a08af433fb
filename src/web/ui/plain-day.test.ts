/** Days as people say them. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { readDay } from './plain-day.ts';

/** A Tuesday. */
const today = day('2026-11-17');

describe('a day in plain words', () => {
  test.each([
    ['today', '2026-11-17'],
    ['hoy', '2026-11-17'],
    ['tomorrow', '2026-11-18'],
    ['mañana', '2026-11-18'],
    ['2d', '2026-11-19'],
    ['+10 days', '2026-11-27'],
    ['3 semanas', '2026-12-08'],
    ['1m', '2026-12-17'],
    ['-5d', '2026-11-12'],
    ['fri', '2026-11-20'],
    ['viernes', '2026-11-20'],
    ['next tuesday', '2026-11-24'],
    ['miércoles', '2026-11-18'],
    ['eom', '2026-11-30'],
    ['fin de mes', '2026-11-30'],
    ['15 dec', '2026-12-15'],
    ['15 de diciembre', '2026-12-15'],
    ['Dec 15', '2026-12-15'],
    ['15 dic 2027', '2027-12-15'],
    ['3 mar', '2027-03-03'],
    ['2026-12-15', '2026-12-15'],
  ])('%s is %s', (text, meant) => {
    expect(readDay(text, today)).toBe(meant);
  });

  test.each(['', 'soon', 'month', '31 feb', '12/11/2026', '5', 'martini'])(
    '%s is no day, rather than a guess',
    (text) => {
      expect(readDay(text, today)).toBeUndefined();
    },
  );
});
