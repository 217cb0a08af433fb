import { expect, test } from 'vitest';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { refundWay } from './refund-route.ts';

const usd = (whole: number) => money(BigInt(whole) * 100n, currency('USD'));

test.each`
  paidBy     | capture      | before | wanted | allowed  | most        | method
  ${'card'}  | ${'cap_1'}   | ${120} | ${400} | ${false} | ${'380.00'} | ${'same_card'}
  ${'card'}  | ${'cap_1'}   | ${120} | ${380} | ${true}  | ${'380.00'} | ${'same_card'}
  ${'card'}  | ${undefined} | ${0}   | ${100} | ${false} | ${'500.00'} | ${'same_card'}
  ${'card'}  | ${'cap_1'}   | ${500} | ${1}   | ${false} | ${'0.00'}   | ${'same_card'}
  ${'card'}  | ${'cap_1'}   | ${0}   | ${0}   | ${false} | ${'500.00'} | ${'same_card'}
  ${'check'} | ${undefined} | ${0}   | ${500} | ${true}  | ${'500.00'} | ${'check'}
  ${'cash'}  | ${undefined} | ${0}   | ${500} | ${true}  | ${'500.00'} | ${'check'}
  ${'ach'}   | ${undefined} | ${600} | ${1}   | ${false} | ${'0.00'}   | ${'ach'}
`('$wanted of a $paidBy payment: $allowed', ({ before, wanted, allowed, most, ...given }) => {
  const way = refundWay({
    paidBy: given.paidBy,
    capture: given.capture,
    received: usd(500),
    refundedBefore: usd(before),
    wanted: usd(wanted),
  });
  expect([way.isAllowed, formatMoney(way.most), way.method]).toEqual([allowed, most, given.method]);
});
