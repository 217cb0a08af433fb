import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { type CeiVariant, collectionEffectiveness } from './cei.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);

test.each`
  beginning    | sales        | ending       | current    | months | crf         | total       | from
  ${6_200}     | ${10_890}    | ${6_340}     | ${3_590}   | ${3}   | ${'55.93'}  | ${'79.63'}  | ${'a published example'}
  ${400_000}   | ${900_000}   | ${460_000}   | ${340_000} | ${3}   | ${'66.67'}  | ${'87.50'}  | ${'case P-33'}
  ${1_200_000} | ${3_000_000} | ${1_350_000} | ${900_000} | ${3}   | ${'65.38'}  | ${'86.36'}  | ${'metrics.md'}
  ${400_000}   | ${300_000}   | ${340_000}   | ${340_000} | ${1}   | ${'100.00'} | ${'100.00'} | ${'nothing late'}
  ${0}         | ${0}         | ${0}         | ${0}       | ${3}   | ${null}     | ${null}     | ${'nothing collectable'}
  ${100}       | ${100}       | ${50}        | ${50}      | ${0}   | ${null}     | ${'100.00'} | ${'no months'}
`('$from: $crf by month, $total by period', ({ crf, total, months, ...row }) => {
  const period = {
    beginningAr: dollars(row.beginning),
    creditSales: dollars(row.sales),
    endingAr: dollars(row.ending),
    endingCurrentAr: dollars(row.current),
    months,
  };
  const index = (variant: CeiVariant) => collectionEffectiveness(period, variant);
  expect(index('CRF_monthly_average')).toBe(crf);
  expect(index('period_total')).toBe(total);
});
