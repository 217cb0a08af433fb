/** When a validation notice is owed, and how long the debt may be disputed. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { validationDuty, validationPeriod } from './validation-notice.ts';

test.each`
  actor            | paid            | required | dueBy
  ${'third_party'} | ${undefined}    | ${true}  | ${'2026-11-21'}
  ${'third_party'} | ${'2026-11-19'} | ${false} | ${'2026-11-21'}
  ${'third_party'} | ${'2026-11-22'} | ${true}  | ${'2026-11-21'}
  ${'first_party'} | ${undefined}    | ${false} | ${null}
`('$actor, paid $paid', ({ actor, paid, required, dueBy }) => {
  const duty = validationDuty(actor, day('2026-11-16'), paid && day(paid));
  expect(duty).toEqual({ required, dueBy });
});

test('weekends and Thanksgiving do not count towards receipt', () => {
  expect(validationPeriod(day('2026-11-23'), federalBankCalendar)).toEqual({
    assumedReceivedOn: '2026-12-01',
    validationPeriodEnds: '2026-12-31',
  });
});
