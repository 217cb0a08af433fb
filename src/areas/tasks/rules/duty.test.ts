import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { anchorOf, dueDay, nextNominal } from './duty.ts';

test.each`
  every      | anchor | after           | next
  ${'week'}  | ${5}   | ${'2026-11-20'} | ${'2026-11-27'}
  ${'week'}  | ${1}   | ${'2026-11-20'} | ${'2026-11-23'}
  ${'month'} | ${31}  | ${'2027-01-31'} | ${'2027-02-28'}
  ${'month'} | ${31}  | ${'2027-02-28'} | ${'2027-03-31'}
  ${'month'} | ${5}   | ${'2026-12-05'} | ${'2027-01-05'}
`('every $every on $anchor, after $after comes $next', ({ every, anchor, after, next }) => {
  expect(nextNominal(every, anchor, day(after))).toBe(next);
});

test('a duty keeps to the weekday or the day of the month on which it began', () => {
  expect(anchorOf('week', day('2026-11-20'))).toBe(5);
  expect(anchorOf('month', day('2026-11-30'))).toBe(30);
});

test('a duty on a closed day is due on the business day before', () => {
  // Thanksgiving Day, and a Sunday.
  expect(dueDay(day('2026-11-26'), federalBankCalendar)).toBe('2026-11-25');
  expect(dueDay(day('2026-11-22'), federalBankCalendar)).toBe('2026-11-20');
  expect(dueDay(day('2026-11-20'), federalBankCalendar)).toBe('2026-11-20');
});
