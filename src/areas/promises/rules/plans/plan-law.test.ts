import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { copyDuty, disclosureReason, reageRefusal } from './plan-law.ts';

const offer = {
  isBusiness: false,
  installments: 5,
  hasFinanceCharge: false,
  isRegularCreditor: true,
  isWritten: true,
};

test.each([
  [{}, 'more_than_4_installments'],
  [{ installments: 4 }, undefined],
  [{ installments: 4, hasFinanceCharge: true }, 'finance_charge'],
  [{ hasFinanceCharge: true }, 'more_than_4_installments'],
  [{ isBusiness: true }, undefined],
  [{ isRegularCreditor: false }, undefined],
  [{ isWritten: false }, undefined],
])('with %j disclosures are due for %s', (change, reason) => {
  expect(disclosureReason({ ...offer, ...change })).toBe(reason);
});

test('the District wants a written copy in seven days, before any payment', () => {
  const on = day('2026-11-16');
  expect(copyDuty('DC', on)).toEqual({ sendBy: '2026-11-23', mayRequirePaymentBeforeCopy: false });
  expect(copyDuty('TX', on)).toEqual({ sendBy: null, mayRequirePaymentBeforeCopy: true });
});

const wish = { accountAgeMonths: 9, consecutivePayments: 3, timesIn5Years: 1 };

test.each([
  [{}, undefined],
  [{ accountAgeMonths: 8 }, 'too_young'],
  [{ consecutivePayments: 2 }, 'too_few_payments'],
  [{ timesIn5Years: 2 }, 'twice_in_5_years'],
  [{ lastOn: day('2025-11-22') }, 'once_in_12_months'],
  [{ lastOn: day('2025-11-21') }, undefined],
])('with %j aging anew is refused for %s', (change, refusal) => {
  expect(reageRefusal({ ...wish, ...change }, day('2026-11-21'))).toBe(refusal);
});
