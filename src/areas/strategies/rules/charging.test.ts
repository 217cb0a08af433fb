import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency } from '#kernel/money.ts';
import { owed } from '#test/support/account-facts.ts';
import { amountIn, usd } from '#test/support/builders.ts';
import { stepOn } from '#test/support/strategies.ts';
import { chargesOf } from './charging.ts';
import type { Charges } from './document.ts';

const on = day('2026-04-15');
const { items } = owed([
  { due: '2026-03-01', open: '1200' },
  { due: '2026-04-14', open: '1200' },
]);
const left = items.map((item) => ({ item, minor: item.open }));
const charges: Charges = {
  mode: 'quote',
  interest: { ratePct: decimal('12'), dayCount: 'ACT/365F' },
  fees: [
    { step: 'l2', amount: usd('25'), once: true },
    { step: 'l3', amount: usd('5'), once: false },
    { step: 'l2', amount: amountIn('20', 'EUR'), once: true },
  ],
};

test.each([
  ['l1', { interest: 1775n + 39n, fees: 0n }],
  ['l2', { interest: 1814n, fees: 2500n }],
  ['l3', { interest: 1814n, fees: 1000n }],
])('charges of the notice %s', (key, answer) => {
  const asked = { currency: currency('USD'), left };
  expect(chargesOf(charges, stepOn(20, key), asked, on)).toEqual(answer);
});

test('without charges, or debts, nothing is charged', () => {
  const nothing = { interest: 0n, fees: 0n };
  const asked = { currency: currency('USD'), left };
  expect(chargesOf(null, stepOn(20, 'l2'), asked, on)).toEqual(nothing);
  expect(chargesOf(charges, stepOn(20, 'l2'), { ...asked, left: [] }, on)).toEqual(nothing);
});
