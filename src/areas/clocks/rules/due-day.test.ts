import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, day, daysBetween, plusDays, weekday } from '#kernel/day.ts';
import { federalBankCalendar, isBusinessDay, withClosings } from '#areas/team/rules/calendar.ts';
import { dueDay, type Term } from './due-day.ts';

test.each`
  from            | count | unit               | roll        | due
  ${'2026-11-02'} | ${14} | ${'days'}          | ${'none'}   | ${'2026-11-16'}
  ${'2026-11-07'} | ${14} | ${'days'}          | ${'none'}   | ${'2026-11-21'}
  ${'2026-11-07'} | ${14} | ${'days'}          | ${'before'} | ${'2026-11-20'}
  ${'2026-11-07'} | ${14} | ${'days'}          | ${'after'}  | ${'2026-11-23'}
  ${'2026-11-12'} | ${14} | ${'days'}          | ${'before'} | ${'2026-11-25'}
  ${'2026-11-12'} | ${14} | ${'days'}          | ${'after'}  | ${'2026-11-27'}
  ${'2026-11-16'} | ${7}  | ${'business_days'} | ${'none'}   | ${'2026-11-25'}
  ${'2026-11-20'} | ${7}  | ${'business_days'} | ${'none'}   | ${'2026-12-02'}
  ${'2026-12-24'} | ${1}  | ${'business_days'} | ${'none'}   | ${'2026-12-28'}
  ${'2026-07-02'} | ${1}  | ${'business_days'} | ${'none'}   | ${'2026-07-03'}
  ${'2026-11-21'} | ${0}  | ${'business_days'} | ${'before'} | ${'2026-11-20'}
  ${'2026-11-21'} | ${0}  | ${'days'}          | ${'after'}  | ${'2026-11-23'}
`('$count $unit after $from, rolled $roll, is $due', ({ from, count, unit, roll, due }) => {
  const term: Term = { from: day(from), count, unit, roll };
  expect(dueDay(term, federalBankCalendar)).toBe(due);
});

test('a closing of the company is no business day either', () => {
  const closed = withClosings(federalBankCalendar, [day('2026-11-27')]);
  const term: Term = { from: day('2026-11-25'), count: 1, unit: 'business_days', roll: 'none' };
  expect(dueDay(term, closed)).toBe('2026-11-30');
  expect(dueDay(term, { ...closed, base: 'weekdays' })).toBe('2026-11-26');
});

const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 3650 })
  .map((days) => plusDays(day('2022-01-01'), days));
const anyTerm = fc.record({
  from: anyDay,
  count: fc.integer({ min: 0, max: 90 }),
  unit: fc.constantFrom('days' as const, 'business_days' as const),
  roll: fc.constantFrom('none' as const, 'before' as const, 'after' as const),
});

test('business days counted one by one come to the same day', () => {
  fc.assert(
    fc.property(anyTerm, (term) => {
      const due = dueDay({ ...term, unit: 'business_days', roll: 'none' }, federalBankCalendar);
      let counted = 0;
      for (let on = term.from; on < due; on = plusDays(on, 1)) {
        counted += isBusinessDay(plusDays(on, 1), federalBankCalendar) ? 1 : 0;
      }
      expect(counted).toBe(term.count);
    }),
  );
});

test('rolled before is never later and rolled after never earlier, both on a business day', () => {
  fc.assert(
    fc.property(anyTerm, (term) => {
      const [before, none, after] = (['before', 'none', 'after'] as const).map((roll) =>
        dueDay({ ...term, roll }, federalBankCalendar),
      );
      if (!before || !none || !after) throw new Error('no day');
      expect(before <= none && none <= after).toBe(true);
      expect(isBusinessDay(before, federalBankCalendar)).toBe(true);
      expect(isBusinessDay(after, federalBankCalendar)).toBe(true);
      expect(weekday(after)).toBeLessThan(6);
      expect(daysBetween(before, after)).toBeLessThanOrEqual(5);
    }),
  );
});
