import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { weightedDaysToPay } from './days-to-pay.ts';

const usd = currency('USD');
const paid = (whole: number, days: number) => ({ amount: money(BigInt(whole) * 100n, usd), days });

test.each`
  payments                                              | days
  ${[paid(10_000, 32), paid(5000, 61), paid(2500, 18)]} | ${'38.29'}
  ${[paid(100, -5), paid(300, 15)]}                     | ${'10.00'}
  ${[paid(100, 30), paid(-100, 10)]}                    | ${null}
  ${[]}                                                 | ${null}
`('customers took $days days', ({ payments, days }) => {
  expect(weightedDaysToPay(payments)).toBe(days);
});
