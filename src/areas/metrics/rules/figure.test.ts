import { describe, expect, test } from 'vitest';
import { fromInteger, ratio } from '#kernel/decimal.ts';
import { currency, money } from '#kernel/money.ts';
import {
  figure,
  inUnits,
  percentOf,
  percentOfCount,
  percentage,
  quotient,
  weightedAverage,
} from './figure.ts';

const usd = currency('USD');
const dollars = (minor: bigint) => money(minor, usd);
const over = (top: number, bottom: number) => ratio(fromInteger(top), fromInteger(bottom));

describe('how a figure is written', () => {
  test.each`
    top   | bottom | plain      | percent
    ${1}  | ${3}   | ${'0.33'}  | ${'33.33'}
    ${2}  | ${3}   | ${'0.67'}  | ${'66.67'}
    ${1}  | ${200} | ${'0.01'}  | ${'0.50'}
    ${-1} | ${200} | ${'-0.01'} | ${'-0.50'}
    ${-5} | ${2}   | ${'-2.50'} | ${'-250.00'}
    ${5}  | ${-2}  | ${'-2.50'} | ${'-250.00'}
    ${0}  | ${7}   | ${'0.00'}  | ${'0.00'}
    ${7}  | ${0}   | ${null}    | ${null}
    ${0}  | ${0}   | ${null}    | ${null}
  `('$top over $bottom is $plain, or $percent percent', ({ top, bottom, plain, percent }) => {
    expect(figure(over(top, bottom))).toBe(plain);
    expect(percentage(over(top, bottom))).toBe(percent);
    expect(percentOfCount(top, bottom)).toBe(percent);
    expect(percentOf(dollars(BigInt(top)), dollars(BigInt(bottom)))).toBe(percent);
  });

  test('amounts of two currencies make no figure', () => {
    expect(() => quotient(dollars(1n), money(1n, 'EUR'))).toThrow('USD by EUR');
  });

  test('an amount counts in the whole units of its currency', () => {
    expect(inUnits(money(1234n, 'KWD'))).toEqual({ units: 1234n, scale: 3 });
  });
});

describe('an average weighted by amounts', () => {
  test('large amounts count for more', () => {
    const entries = [
      { weight: dollars(10_000n), value: 20 },
      { weight: dollars(30_000n), value: 40 },
    ];
    expect(weightedAverage(entries)).toBe('35.00');
  });

  test.each([[[]], [[{ weight: dollars(0n), value: 9 }]]])(
    'of nothing there is none',
    (entries) => {
      expect(weightedAverage(entries)).toBeNull();
    },
  );
});
