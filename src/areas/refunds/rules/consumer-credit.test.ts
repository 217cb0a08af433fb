import { expect, test } from 'vitest';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { refundDue } from './consumer-credit.ts';

test.each`
  open     | cents    | requested       | refundBy        | rule
  ${true}  | ${8410n} | ${'2026-11-16'} | ${'2026-11-25'} | ${'7_business_days'}
  ${true}  | ${8410n} | ${'2026-11-20'} | ${'2026-12-02'} | ${'7_business_days'}
  ${true}  | ${8410n} | ${undefined}    | ${'2026-10-10'} | ${'good_faith_6_months'}
  ${true}  | ${100n}  | ${'2026-11-16'} | ${null}         | ${'not_over_1_dollar'}
  ${true}  | ${101n}  | ${'2026-11-16'} | ${'2026-11-25'} | ${'7_business_days'}
  ${false} | ${8410n} | ${'2026-11-16'} | ${'2026-10-10'} | ${'good_faith_6_months'}
`(
  'open-end $open, $cents cents, asked $requested: $rule',
  ({ open, cents, requested, ...answer }) => {
    const credit = {
      isOpenEnd: open,
      balance: money(cents, currency('USD')),
      createdOn: day('2026-04-10'),
      requestedInWritingOn: requested && day(requested),
    };
    expect(refundDue(credit, federalBankCalendar)).toEqual(answer);
  },
);
