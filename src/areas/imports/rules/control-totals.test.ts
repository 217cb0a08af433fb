import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { addUp, wireTotal } from './control-totals.ts';

const usd = currency('USD');
const eur = currency('EUR');

test('totals of one currency are added, two currencies never', () => {
  expect(
    addUp([
      { currency: usd, rows: 2, debits: 100_00n, credits: 0n },
      { currency: eur, rows: 1, debits: 5_00n, credits: 0n },
      { currency: usd, rows: 1, debits: 0n, credits: 30_00n },
    ]),
  ).toEqual([
    { currency: eur, rows: 1, debits: 5_00n, credits: 0n },
    { currency: usd, rows: 3, debits: 100_00n, credits: 30_00n },
  ]);
});

test('a total crosses the wire as decimal strings', () => {
  expect(wireTotal({ currency: usd, rows: 1, debits: 1n, credits: 1_000_00n })).toEqual({
    currency: 'USD',
    rows: 1,
    debits: '0.01',
    credits: '1000.00',
  });
});
