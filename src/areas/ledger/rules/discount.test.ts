import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { debit } from '#test/support/ledger-items.ts';
import { earnedDiscount } from './discount.ts';

/** 10 % of 472.00, its tax part 7.20, until 03-12; 5 % until 03-22. */
const offers = [
  { until: day('2026-03-12'), amount: 47_20n, tax: 7_20n },
  { until: day('2026-03-22'), amount: 23_60n, tax: 3_60n },
];

describe('what is earned of a discount taken (case P-08)', () => {
  test.each`
    why                       | on              | claimed   | open       | taken     | amount    | tax
    ${'in time'}              | ${'2026-03-12'} | ${47_20n} | ${47_20n}  | ${0n}     | ${47_20n} | ${7_20n}
    ${'late: the lesser'}     | ${'2026-03-13'} | ${47_20n} | ${47_20n}  | ${0n}     | ${22_36n} | ${3_41n}
    ${'far too late'}         | ${'2026-03-23'} | ${47_20n} | ${47_20n}  | ${0n}     | ${0n}     | ${0n}
    ${'less than offered'}    | ${'2026-03-12'} | ${20_00n} | ${47_20n}  | ${0n}     | ${20_00n} | ${3_05n}
    ${'more than offered'}    | ${'2026-03-12'} | ${60_00n} | ${60_00n}  | ${0n}     | ${45_78n} | ${6_98n}
    ${'half the price paid'}  | ${'2026-03-12'} | ${47_20n} | ${259_60n} | ${0n}     | ${23_60n} | ${3_60n}
    ${'the other half'}       | ${'2026-03-12'} | ${23_60n} | ${23_60n}  | ${23_60n} | ${23_60n} | ${3_60n}
    ${'no more than is open'} | ${'2026-03-12'} | ${47_20n} | ${10_00n}  | ${0n}     | ${10_00n} | ${1_53n}
    ${'taken before'}         | ${'2026-03-12'} | ${10_00n} | ${10_00n}  | ${47_20n} | ${0n}     | ${0n}
  `('$why', ({ on, claimed, open, taken, amount, tax }) => {
    const item = debit({ cents: 472_00n, open });
    expect(earnedDiscount(claimed, item, taken, offers, day(on))).toEqual({ amount, tax });
  });

  test('nothing is earned where nothing was offered', () => {
    const item = debit({ cents: 472_00n, open: 47_20n });
    const earned = earnedDiscount(47_20n, item, 0n, [], day('2026-03-02'));
    expect(earned).toEqual({ amount: 0n, tax: 0n });
  });
});
