import { expect, test } from 'vitest';
import { decimal, formatDecimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { surchargeOn } from './surcharge.ts';

test.each`
  network         | funding      | state   | cost      | asked     | notice   | allowed  | pct       | amount
  ${'visa'}       | ${'credit'}  | ${'TX'} | ${'2.40'} | ${'3.00'} | ${true}  | ${true}  | ${'2.40'} | ${'24.00'}
  ${'visa'}       | ${'credit'}  | ${'TX'} | ${'3.50'} | ${'4.00'} | ${true}  | ${true}  | ${'3.00'} | ${'30.00'}
  ${'mastercard'} | ${'credit'}  | ${'TX'} | ${'5.00'} | ${'5.00'} | ${true}  | ${true}  | ${'4.00'} | ${'40.00'}
  ${'visa'}       | ${'credit'}  | ${'CO'} | ${'2.40'} | ${'3.00'} | ${true}  | ${true}  | ${'2.00'} | ${'20.00'}
  ${'visa'}       | ${'credit'}  | ${'NY'} | ${'2.40'} | ${'2.00'} | ${true}  | ${true}  | ${'2.00'} | ${'20.00'}
  ${'visa'}       | ${'debit'}   | ${'TX'} | ${'2.40'} | ${'2.40'} | ${true}  | ${false} | ${'0.00'} | ${'0.00'}
  ${'visa'}       | ${'prepaid'} | ${'TX'} | ${'2.40'} | ${'2.40'} | ${true}  | ${false} | ${'0.00'} | ${'0.00'}
  ${'visa'}       | ${'credit'}  | ${'MA'} | ${'2.40'} | ${'2.40'} | ${true}  | ${false} | ${'0.00'} | ${'0.00'}
  ${'visa'}       | ${'credit'}  | ${'TX'} | ${'2.40'} | ${'2.40'} | ${false} | ${false} | ${'0.00'} | ${'0.00'}
`('$network $funding in $state: $pct', ({ network, funding, state, ...given }) => {
  const found = surchargeOn({
    network,
    funding,
    state,
    amount: money(100_000n, currency('USD')),
    costPct: decimal(given.cost),
    requestedPct: decimal(given.asked),
    isNoticeGiven: given.notice,
  });
  expect(found.isAllowed).toBe(given.allowed);
  expect(formatDecimal(found.pct, 2)).toBe(given.pct);
  expect(formatMoney(found.amount)).toBe(given.amount);
});
