import { describe, expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { lossRatesOf, makeAllowance, poolBuckets, rollOf, statedRate } from './allowance.ts';

const usd = (dollars: number) => money(BigInt(dollars) * 100n, currency('USD'));

/** The table of ASC 326-20 by roll rates: 10, 35, 50, 60 % and 40 % into write-off. */
const table = {
  balances: [800_000, 120_000, 42_000, 20_000, 18_000].map(usd),
  lossRates: lossRatesOf(['0.10', '0.35', '0.50', '0.60', '0.40']).map(decimal),
  forwardAdjustment: decimal('1'),
  before: usd(14_250),
  singly: [],
};

describe('an allowance', () => {
  test('by roll rates is the table’s', () => {
    expect(table.lossRates.map(statedRate)).toEqual([
      '0.4200',
      '4.2000',
      '12.0000',
      '24.0000',
      '40.0000',
    ]);
    const made = makeAllowance(table);
    expect([made.allowance, made.provision].map(formatMoney)).toEqual(['25440.00', '11190.00']);
    expect(made.byBucket).toHaveLength(poolBuckets.length);
  });

  test('adds what is reserved singly to the pool', () => {
    const made = makeAllowance({ ...table, singly: [{ reserve: usd(9_000) }] });
    expect([made.pooled, made.singly, made.allowance].map(formatMoney)).toEqual([
      '25440.00',
      '9000.00',
      '34440.00',
    ]);
  });

  test.each([
    [100, 35, '0.3500'],
    [100, 120, '1.0000'],
    [0, 20, '0.0000'],
    [100, 0, '0.0000'],
  ])('of %d, %d rolled on is %s', (before, after, share) => {
    expect(rollOf({ before: usd(before), after: usd(after) })).toBe(share);
  });
});
