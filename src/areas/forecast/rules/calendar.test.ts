import { expect, test } from 'vitest';
import { day, daysBetween, parts, plusDays } from '#kernel/day.ts';
import { calendarFrom, monthDayOf, weekdayOf } from './calendar.ts';

const numberOf = (text: string) => daysBetween(day('1970-01-01'), day(text));

test('a day number knows its weekday and its day of the month', () => {
  expect(weekdayOf(numberOf('1970-01-01'))).toBe(0);
  expect(weekdayOf(numberOf('2026-11-22'))).toBe(3);
  expect(weekdayOf(numberOf('1969-12-31'))).toBe(6);
  expect(monthDayOf(numberOf('2028-02-29'))).toBe(29);
});

test('a calendar counts the days that a month still has', () => {
  const first = numberOf('2026-11-28');
  const { monthDays, toMonthEnd } = calendarFrom(first, first + 4);
  expect([...monthDays]).toEqual([28, 29, 30, 1, 2]);
  expect([...toMonthEnd]).toEqual([2, 1, 0, 30, 29]);
});

test('the day of the month is that of the calendar, over centuries', () => {
  for (let at = -60_000; at < 60_000; at += 97) {
    const on = plusDays(day('1970-01-01'), at);
    expect([on, monthDayOf(at)]).toEqual([on, parts(on).dayOfMonth]);
  }
});
