import { expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, money } from '#kernel/money.ts';
import { collectorProductivity, costToCollect, rightPartyRate } from './collector.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);

test('a week of 37.5 hours shows effort and result', () => {
  const week = {
    collected: dollars(186_000),
    paidHours: decimal('37.5'),
    contacts: 150,
    promises: 60,
    promisesKept: 45,
  };
  expect(collectorProductivity(week)).toEqual({
    perHour: '4960.00',
    contactsPerHour: '4.00',
    promisePerContactPct: '40.00',
    keptPct: '75.00',
  });
});

test('a week off has no figures', () => {
  const week = {
    collected: dollars(0),
    paidHours: decimal('0'),
    contacts: 0,
    promises: 0,
    promisesKept: 0,
  };
  expect(collectorProductivity(week)).toEqual({
    perHour: null,
    contactsPerHour: null,
    promisePerContactPct: null,
    keptPct: null,
  });
});

test('the right party was reached in a quarter of the attempts', () => {
  expect(rightPartyRate(60, 240)).toBe('25.00');
  expect(rightPartyRate(0, 0)).toBeNull();
});

test('collecting a dollar cost twelve cents', () => {
  expect(costToCollect(dollars(60_000), dollars(500_000))).toBe('12.00');
  expect(costToCollect(dollars(60_000), dollars(0))).toBeNull();
});
