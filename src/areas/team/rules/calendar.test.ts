import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day, plusDays } from '#kernel/day.ts';
import {
  type BusinessCalendar,
  acceptClosing,
  bankHolidayOn,
  bankHolidays,
  businessDayOnOrAfter,
  businessDayOnOrBefore,
  federalBankCalendar,
  isBusinessDay,
  plusBusinessDays,
  withClosings,
} from './calendar.ts';

describe('the days the Federal Reserve Banks are closed', () => {
  test.each`
    year    | closed
    ${2021} | ${'01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25'}
    ${2024} | ${'01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'}
    ${2025} | ${'01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'}
    ${2026} | ${'01-01 01-19 02-16 05-25 06-19 09-07 10-12 11-11 11-26 12-25'}
    ${2027} | ${'01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25'}
    ${2028} | ${'01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-23 12-25'}
  `('in $year they are $closed', ({ year, closed }) => {
    const days = bankHolidays(year).map((holiday) => holiday.on.slice(5));
    expect(days.join(' ')).toBe(closed);
  });

  test('a holiday on a Saturday closes no other day', () => {
    expect(isBusinessDay(day('2026-07-03'), federalBankCalendar)).toBe(true);
    expect(isBusinessDay(day('2027-06-18'), federalBankCalendar)).toBe(true);
    expect(isBusinessDay(day('2027-12-31'), federalBankCalendar)).toBe(true);
  });

  test('a holiday on a Sunday closes the Monday', () => {
    expect(bankHolidayOn(day('2027-07-05'))?.name).toBe('independence_day');
    expect(isBusinessDay(day('2027-07-05'), federalBankCalendar)).toBe(false);
  });
});

describe('counting business days', () => {
  test.each`
    from            | count | answer          | why
    ${'2026-11-20'} | ${10} | ${'2026-12-07'} | ${'ten days, Thanksgiving between'}
    ${'2026-11-24'} | ${2}  | ${'2026-11-27'} | ${'the ACH return window over Thanksgiving'}
    ${'2026-11-16'} | ${7}  | ${'2026-11-25'} | ${'seven days to refund'}
    ${'2026-11-23'} | ${5}  | ${'2026-12-01'} | ${'a notice taken to be received'}
    ${'2026-07-02'} | ${1}  | ${'2026-07-03'} | ${'4 July on a Saturday'}
    ${'2026-07-03'} | ${1}  | ${'2026-07-06'} | ${'over a weekend'}
    ${'2026-11-28'} | ${1}  | ${'2026-11-30'} | ${'from a Saturday'}
    ${'2026-11-28'} | ${0}  | ${'2026-11-28'} | ${'no day at all'}
    ${'2026-11-30'} | ${-2} | ${'2026-11-25'} | ${'backwards over Thanksgiving'}
    ${'2026-01-02'} | ${-1} | ${'2025-12-31'} | ${'backwards over New Year'}
  `('$count from $from is $answer: $why', ({ from, count, answer }) => {
    expect(plusBusinessDays(day(from), count, federalBankCalendar)).toBe(answer);
  });

  test('a day that is no business day moves on or back', () => {
    expect(businessDayOnOrAfter(day('2026-11-26'), federalBankCalendar)).toBe('2026-11-27');
    expect(businessDayOnOrBefore(day('2026-11-29'), federalBankCalendar)).toBe('2026-11-27');
    expect(businessDayOnOrBefore(day('2026-11-27'), federalBankCalendar)).toBe('2026-11-27');
  });
});

describe("a company's own calendar", () => {
  test('its closings come on top of the bank holidays', () => {
    const closed = withClosings(federalBankCalendar, [day('2026-11-27'), day('2026-12-24')]);
    expect(plusBusinessDays(day('2026-11-25'), 1, closed)).toBe('2026-11-30');
    expect(isBusinessDay(day('2026-12-24'), closed)).toBe(false);
    expect(isBusinessDay(day('2026-12-24'), federalBankCalendar)).toBe(true);
  });

  test('a company elsewhere works on American holidays', () => {
    const weekdays: BusinessCalendar = { base: 'weekdays', closedOn: new Set([day('2026-05-01')]) };
    expect(isBusinessDay(day('2026-07-06'), weekdays)).toBe(true);
    expect(isBusinessDay(day('2026-11-26'), weekdays)).toBe(true);
    expect(isBusinessDay(day('2026-05-01'), weekdays)).toBe(false);
  });

  test('a calendar without any business day is an error, not an endless search', () => {
    const years: Day[] = Array.from({ length: 4000 }, (_, at) => plusDays(day('2026-01-01'), at));
    const never = withClosings(federalBankCalendar, years);
    expect(() => plusBusinessDays(day('2026-01-01'), 1, never)).toThrow('no business day');
  });
});

test('going so many business days ahead and back again returns to the same business day', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1800 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
      const start = businessDayOnOrAfter(plusDays(day('2024-01-01'), offset), federalBankCalendar);
      const ahead = plusBusinessDays(start, count, federalBankCalendar);
      expect(plusBusinessDays(ahead, -count, federalBankCalendar)).toBe(start);
      expect(isBusinessDay(ahead, federalBankCalendar)).toBe(true);
    }),
  );
});

describe('closing the company', () => {
  test.each`
    on              | answer
    ${'2026-11-27'} | ${'accepted'}
    ${'2026-11-23'} | ${'accepted'}
    ${'2026-11-20'} | ${'team.closing_passed'}
    ${'2026-11-28'} | ${'team.closing_weekend'}
    ${'2026-12-24'} | ${'team.already_closed'}
    ${'2030-01-02'} | ${'team.closing_too_far'}
  `('on $on is $answer', ({ on, answer }) => {
    const outcome = acceptClosing(day(on), day('2026-11-23'), new Set([day('2026-12-24')]));
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
  });
});
