import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { overpaymentClock } from './medicare-overpayment.ts';

test.each`
  from            | to              | costReport      | suspendedUntil  | reportBy
  ${undefined}    | ${undefined}    | ${undefined}    | ${null}         | ${'2026-08-30'}
  ${'2026-07-20'} | ${undefined}    | ${undefined}    | ${'2027-01-16'} | ${null}
  ${'2026-07-20'} | ${'2026-09-01'} | ${undefined}    | ${null}         | ${'2026-10-12'}
  ${'2026-07-20'} | ${'2027-03-01'} | ${undefined}    | ${null}         | ${'2027-02-26'}
  ${'2026-08-31'} | ${'2026-09-30'} | ${undefined}    | ${null}         | ${'2026-08-30'}
  ${undefined}    | ${undefined}    | ${'2026-12-31'} | ${null}         | ${'2026-12-31'}
  ${undefined}    | ${undefined}    | ${'2026-07-31'} | ${null}         | ${'2026-08-30'}
`('inquiry from $from to $to, cost report $costReport', ({ from, to, costReport, ...answer }) => {
  const overpayment = {
    identifiedOn: day('2026-07-01'),
    inquiryFrom: from && day(from),
    inquiryTo: to && day(to),
    costReportDue: costReport && day(costReport),
  };
  expect(overpaymentClock(overpayment)).toEqual(answer);
});
