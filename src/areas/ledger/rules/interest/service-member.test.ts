import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { isAbove, serviceMemberInterest } from './service-member.ts';

test.each`
  rate    | incurredOn      | applied | interest    | forgiven    | reason
  ${'18'} | ${'2025-03-01'} | ${6n}   | ${'85.32'}  | ${'170.63'} | ${null}
  ${'18'} | ${'2026-05-31'} | ${6n}   | ${'85.32'}  | ${'170.63'} | ${null}
  ${'18'} | ${'2026-06-01'} | ${18n}  | ${'255.95'} | ${'0.00'}   | ${'obligation_incurred_during_service'}
  ${'18'} | ${'2026-07-01'} | ${18n}  | ${'255.95'} | ${'0.00'}   | ${'obligation_incurred_during_service'}
  ${'6'}  | ${'2025-03-01'} | ${6n}   | ${'85.32'}  | ${'0.00'}   | ${null}
  ${'5'}  | ${'2025-03-01'} | ${5n}   | ${'71.10'}  | ${'0.00'}   | ${null}
`('$rate % incurred on $incurredOn bears $applied %', ({ rate, incurredOn, ...answer }) => {
  const found = serviceMemberInterest({
    principal: money(300_000n, currency('USD')),
    contractRatePct: decimal(rate),
    incurredOn: day(incurredOn),
    serviceFrom: day('2026-06-01'),
    serviceTo: day('2026-11-21'),
    dayCount: 'ACT/365F',
  });
  expect(found.appliedRatePct.units).toBe(answer.applied);
  expect([found.interest, found.forgiven].map(formatMoney)).toEqual([
    answer.interest,
    answer.forgiven,
  ]);
  expect(found.reason).toBe(answer.reason);
});

test('rates compare by their value, however they are written', () => {
  expect(isAbove(decimal('6.01'), decimal('6'))).toBe(true);
  expect(isAbove(decimal('6.00'), decimal('6'))).toBe(false);
});
