import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { averageDaysDelinquent, bestPossibleDso, dsoCountback, dsoSimple } from './dso.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);

describe('DSO, best possible DSO and the days between them', () => {
  test.each`
    ar           | current    | sales        | days  | dso        | best       | late       | from
    ${650_000}   | ${455_000} | ${1_200_000} | ${92} | ${'49.83'} | ${'34.88'} | ${'14.95'} | ${'the third quarter'}
    ${650_000}   | ${455_000} | ${1_200_000} | ${90} | ${'48.75'} | ${'34.13'} | ${'14.63'} | ${'months of 30 days'}
    ${10_869}    | ${0}       | ${17_674}    | ${90} | ${'55.35'} | ${'0.00'}  | ${'55.35'} | ${'a published example'}
    ${1_350_000} | ${900_000} | ${3_000_000} | ${91} | ${'40.95'} | ${'27.30'} | ${'13.65'} | ${'metrics.md'}
    ${460_000}   | ${340_000} | ${900_000}   | ${90} | ${'46.00'} | ${'34.00'} | ${'12.00'} | ${'case P-33'}
    ${0}         | ${0}       | ${900_000}   | ${90} | ${'0.00'}  | ${'0.00'}  | ${'0.00'}  | ${'nothing owed'}
    ${-9_000}    | ${0}       | ${900_000}   | ${90} | ${'-0.90'} | ${'0.00'}  | ${'-0.90'} | ${'a credit balance'}
    ${650_000}   | ${455_000} | ${0}         | ${92} | ${null}    | ${null}    | ${null}    | ${'no sales'}
  `('$from: $dso, $best, $late', ({ ar, current, sales, days, dso, best, late }) => {
    const period = { sales: dollars(sales), days };
    expect(dsoSimple(dollars(ar), period)).toBe(dso);
    expect(bestPossibleDso(dollars(current), period)).toBe(best);
    expect(averageDaysDelinquent(dollars(ar), dollars(current), period)).toBe(late);
  });
});

describe('count-back DSO', () => {
  const month = (sales: number, days: number) => ({ sales: dollars(sales), days });
  const quarter = [month(420_000, 30), month(380_000, 31), month(400_000, 31)];

  test.each`
    ar           | months     | dso        | why
    ${650_000}   | ${quarter} | ${'48.76'} | ${'one month whole, then a fraction'}
    ${210_000}   | ${quarter} | ${'15.00'} | ${'half of the newest month'}
    ${420_000}   | ${quarter} | ${'30.00'} | ${'exactly the newest month'}
    ${1_200_000} | ${quarter} | ${'92.00'} | ${'exactly all months'}
    ${1_200_001} | ${quarter} | ${null}    | ${'more than the sales that are known'}
    ${0}         | ${quarter} | ${'0.00'}  | ${'nothing owed'}
    ${0}         | ${[]}      | ${'0.00'}  | ${'nothing owed, no sales known'}
    ${5}         | ${[]}      | ${null}    | ${'no sales known'}
  `('$ar is $dso: $why', ({ ar, months, dso }) => {
    expect(dsoCountback(dollars(ar), months)).toBe(dso);
  });

  test('a month without sales is passed over with all its days', () => {
    const months = [month(100_000, 30), month(0, 31), month(100_000, 30)];
    expect(dsoCountback(dollars(150_000), months)).toBe('76.00');
    expect(dsoCountback(dollars(100_000), months)).toBe('30.00');
  });

  test('the published inputs with months of 30 days give 73.71, and metrics.md 43.95', () => {
    const published = [month(100_000, 30), month(80_000, 30), month(70_000, 30)];
    expect(dsoCountback(dollars(212_000), published)).toBe('73.71');
    const known = [month(900_000, 30), month(1_000_000, 31), month(1_100_000, 30)];
    expect(dsoCountback(dollars(1_350_000), known)).toBe('43.95');
  });

  test('more AR never means fewer days', () => {
    const days = (ar: number) => Number(dsoCountback(dollars(ar), quarter));
    fc.assert(
      fc.property(fc.nat({ max: 600_000 }), fc.nat({ max: 600_000 }), (ar, more) => {
        expect(days(ar + more)).toBeGreaterThanOrEqual(days(ar));
      }),
    );
  });
});
