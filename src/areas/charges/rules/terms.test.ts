import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { formatDecimal } from '#kernel/decimal.ts';
import { referenceOn, yearlyRate } from './terms.ts';

test('a month’s rate counts twelve months of thirty days', () => {
  const said = { ratePct: '1.5', per: 'month', dayCount: 'ACT/365F', clause: '' } as const;
  const { ratePct, dayCount } = yearlyRate(said);
  expect([formatDecimal(ratePct, 1), dayCount]).toEqual(['18.0', '30/360']);
});

test.each`
  lateOn          | rate
  ${'2026-06-30'} | ${'4.00'}
  ${'2026-07-01'} | ${'3.75'}
  ${'2025-12-31'} | ${undefined}
`('late on $lateOn the reference rate is $rate', ({ lateOn, rate }) => {
  const referenceRates = [
    { from: '2026-07-01', ratePct: '3.75' },
    { from: '2026-01-01', ratePct: '4.00' },
  ];
  const money = { fixedSum: '40.00', currency: 'EUR' };
  const statute = { country: 'IE', marginPct: '8', dayCount: 'ACT/365F', ...money } as const;
  const found = referenceOn({ ...statute, referenceRates }, day(lateOn));
  expect(found && formatDecimal(found, 2)).toBe(rate);
});
