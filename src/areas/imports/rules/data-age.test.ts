import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { isStale } from './data-age.ts';

test.each([
  ['2026-11-20', '2026-11-20', false],
  // Friday's file is still good on Monday, and not on Tuesday.
  ['2026-11-20', '2026-11-23', false],
  ['2026-11-20', '2026-11-24', true],
  // Thanksgiving brings no file.
  ['2026-11-25', '2026-11-27', false],
  ['2026-11-24', '2026-11-30', true],
])('data of %s on %s: stale is %s', (asOf, today, stale) => {
  expect(isStale(day(asOf), day(today), federalBankCalendar)).toBe(stale);
});
