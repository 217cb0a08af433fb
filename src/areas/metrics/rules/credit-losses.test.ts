import { describe, expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import {
  allowanceFor,
  historicalLossRate,
  netWriteOffRate,
  rollRateLossRates,
} from './credit-losses.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);
const bucket = (balance: number, pct: string) => ({
  balance: dollars(balance),
  lossRatePct: decimal(pct),
});

test("a bucket's loss rate is the product of the rolls before it", () => {
  const rolls = ['0.10', '0.35', '0.50', '0.60', '0.40'].map(decimal);
  expect(rollRateLossRates(rolls)).toEqual(['0.4200', '4.2000', '12.0000', '24.0000', '40.0000']);
  expect(rollRateLossRates([])).toEqual([]);
  expect(rollRateLossRates(['0.12345', '1'].map(decimal))).toEqual(['12.3450', '100.0000']);
});

describe('the allowance', () => {
  const book = [
    bucket(800_000, '0.42'),
    bucket(120_000, '4.2'),
    bucket(42_000, '12'),
    bucket(20_000, '24'),
    bucket(18_000, '40'),
  ];

  test.each`
    forward   | before    | allowance     | provision
    ${'1.00'} | ${14_250} | ${'25440.00'} | ${'11190.00'}
    ${'1.10'} | ${14_250} | ${'27984.00'} | ${'13734.00'}
    ${'1'}    | ${-1_000} | ${'25440.00'} | ${'26440.00'}
    ${'0.5'}  | ${14_250} | ${'12720.00'} | ${'-1530.00'}
  `('with $forward and $before in the books it is $allowance', ({ forward, before, ...answer }) => {
    const result = allowanceFor(book, decimal(forward), dollars(before));
    expect(formatMoney(result.allowance)).toBe(answer.allowance);
    expect(formatMoney(result.provision)).toBe(answer.provision);
  });

  test('its rows add up to it, each rounded to the cent', () => {
    const odd = [bucket(1, '0.5'), bucket(1, '0.5'), bucket(1, '0.5')];
    const result = allowanceFor(odd, decimal('1'), dollars(0));
    expect(result.byBucket.map(formatMoney)).toEqual(['0.01', '0.01', '0.01']);
    expect(formatMoney(result.allowance)).toBe('0.03');
  });
});

test('history gives a loss rate with four decimals', () => {
  expect(historicalLossRate(dollars(1_200_000), dollars(5000))).toBe('0.4167');
  expect(historicalLossRate(dollars(0), dollars(5000))).toBeNull();
});

test('net write-offs take off what was recovered', () => {
  expect(netWriteOffRate(dollars(9600), dollars(1200), dollars(1_200_000))).toBe('0.70');
  expect(netWriteOffRate(dollars(1000), dollars(3000), dollars(100_000))).toBe('-2.00');
  expect(netWriteOffRate(dollars(9600), dollars(1200), dollars(0))).toBeNull();
});
