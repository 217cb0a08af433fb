import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { daysDeductionsOutstanding, disputeCycle } from './disputes.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);

describe('the dispute cycle', () => {
  const quick = {
    openedOn: day('2026-09-01'),
    resolvedOn: day('2026-09-21'),
    amount: dollars(1000),
  };
  const slow = {
    openedOn: day('2026-09-10'),
    resolvedOn: day('2026-10-20'),
    amount: dollars(3000),
  };
  const open = { openedOn: day('2025-01-01'), amount: dollars(9000) };

  test('large disputes weigh more in the weighted mean, open ones in neither', () => {
    const cycle = { averageDays: '30.00', amountWeightedDays: '35.00' };
    expect(disputeCycle([quick, slow])).toEqual(cycle);
    expect(disputeCycle([quick, open, slow])).toEqual(cycle);
  });

  test('without a resolved dispute there is no cycle', () => {
    expect(disputeCycle([open])).toEqual({ averageDays: null, amountWeightedDays: null });
  });

  test('disputes over nothing have a mean and no weighted mean', () => {
    expect(disputeCycle([{ ...quick, amount: dollars(0) }])).toEqual({
      averageDays: '20.00',
      amountWeightedDays: null,
    });
  });
});

test.each`
  open      | sales        | days  | ddo
  ${48_000} | ${1_200_000} | ${92} | ${'3.68'}
  ${0}      | ${1_200_000} | ${92} | ${'0.00'}
  ${48_000} | ${0}         | ${92} | ${null}
`('$open deducted of $sales in $days days is $ddo days', ({ open, sales, days, ddo }) => {
  expect(daysDeductionsOutstanding(dollars(open), dollars(sales), days)).toBe(ddo);
});
