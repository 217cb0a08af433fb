import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { dayFrom, periodNames, periodOf } from './period.ts';

test.each`
  name              | today           | from            | to
  ${'today'}        | ${'2026-11-20'} | ${'2026-11-20'} | ${'2026-11-20'}
  ${'yesterday'}    | ${'2026-03-01'} | ${'2026-02-28'} | ${'2026-02-28'}
  ${'this_week'}    | ${'2026-11-22'} | ${'2026-11-16'} | ${'2026-11-22'}
  ${'last_week'}    | ${'2026-11-16'} | ${'2026-11-09'} | ${'2026-11-15'}
  ${'last_month'}   | ${'2026-03-31'} | ${'2026-02-01'} | ${'2026-02-28'}
  ${'next_month'}   | ${'2026-12-05'} | ${'2027-01-01'} | ${'2027-01-31'}
  ${'this_quarter'} | ${'2026-11-20'} | ${'2026-10-01'} | ${'2026-12-31'}
  ${'last_quarter'} | ${'2026-01-10'} | ${'2025-10-01'} | ${'2025-12-31'}
  ${'last_year'}    | ${'2026-06-30'} | ${'2025-01-01'} | ${'2025-12-31'}
  ${'last_30_days'} | ${'2026-11-30'} | ${'2026-11-01'} | ${'2026-11-30'}
  ${'next_7_days'}  | ${'2026-11-30'} | ${'2026-12-01'} | ${'2026-12-07'}
`('$name on $today is $from to $to', ({ name, today, from, to }) => {
  expect(periodOf(name, day(today))).toEqual({ from, to });
});

test('every named period ends on or after its first day', () => {
  const wrong = periodNames.filter((name) => {
    const { from, to } = periodOf(name, day('2026-02-28'));
    return from > to;
  });
  expect(wrong).toEqual([]);
});

test('a day is literal or relative, and anything else is none', () => {
  const today = day('2026-05-15');
  expect(dayFrom('last_month_end', today)).toBe('2026-04-30');
  expect(dayFrom('last_quarter_end', today)).toBe('2026-03-31');
  expect(dayFrom('last_year_end', today)).toBe('2025-12-31');
  expect(dayFrom('2026-02-30', today)).toBeUndefined();
  expect(dayFrom('soon', today)).toBeUndefined();
});
