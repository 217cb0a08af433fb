import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { settlementStanding } from './settlement.ts';

const usd = (whole: bigint) => money(whole * 100n, currency('USD'));

test.each`
  paid                                              | today           | status         | writeOff     | remaining
  ${[['2026-12-15', 2400n]]}                        | ${'2026-12-16'} | ${'fulfilled'} | ${'1600.00'} | ${'0.00'}
  ${[['2026-12-01', 1000n], ['2026-12-15', 1400n]]} | ${'2026-12-15'} | ${'fulfilled'} | ${'1600.00'} | ${'0.00'}
  ${[['2026-12-01', 2500n]]}                        | ${'2026-12-15'} | ${'fulfilled'} | ${'1500.00'} | ${'0.00'}
  ${[['2026-12-16', 2400n]]}                        | ${'2026-12-16'} | ${'void_late'} | ${'0.00'}    | ${'1600.00'}
  ${[['2026-12-15', 2399n]]}                        | ${'2026-12-16'} | ${'void_late'} | ${'0.00'}    | ${'1601.00'}
  ${[['2026-12-01', 1000n]]}                        | ${'2026-12-15'} | ${'open'}      | ${'0.00'}    | ${'3000.00'}
  ${[]}                                             | ${'2026-12-15'} | ${'open'}      | ${'0.00'}    | ${'4000.00'}
  ${[]}                                             | ${'2026-12-16'} | ${'void_late'} | ${'0.00'}    | ${'4000.00'}
`('paid $paid, on $today: $status', ({ paid, today, status, writeOff, remaining }) => {
  const offer = { balance: usd(4000n), offer: usd(2400n), payBy: day('2026-12-15') };
  const payments = paid.map(([on, amount]: [string, bigint]) => ({
    on: day(on),
    amount: usd(amount),
  }));
  const found = settlementStanding(offer, payments, day(today));
  expect([found.status, formatMoney(found.writeOff), formatMoney(found.remaining)]).toEqual([
    status,
    writeOff,
    remaining,
  ]);
});
