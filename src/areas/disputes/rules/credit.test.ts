import { expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { composeId } from '#kernel/ids.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import type { DisputePart } from './case.ts';
import { creditParts } from './credit.ts';

const [one, two] = [composeId(1_780_000_000_000, 1, 1, 1), composeId(1_780_000_000_000, 2, 2, 2)];
const items = [
  { itemId: one, amount: usd('100.00'), total: usd('216.50'), tax: 1650n },
  { itemId: two, amount: usd('50.00'), total: usd('50.00'), tax: 0n },
];
const shown = (wanted: string | null, part: DisputePart = 'amount') => {
  const parts = creditParts(items, wanted === null ? null : usd(wanted), part);
  return parts.ok
    ? parts.value.map(({ amount, tax }) => `${formatMoney(amount)} tax ${tax}`)
    : answerOf(parts);
};

test('all that is contested is credited, with the tax in its share', () => {
  expect(shown(null)).toEqual(['100.00 tax 762', '50.00 tax 0']);
});

test('a part is credited on the items in their order', () => {
  expect(shown('120.00')).toEqual(['100.00 tax 762', '20.00 tax 0']);
  expect(shown('40.00')).toEqual(['40.00 tax 305']);
});

test('a contested tax is all tax, a contested freight none', () => {
  expect(shown('16.50', 'tax')).toEqual(['16.50 tax 1650']);
  expect(shown('40.00', 'freight')).toEqual(['40.00 tax 0']);
});

test('nobody is credited more than is contested, nor nothing', () => {
  expect(shown('150.01')).toBe('dispute.more_than_disputed 150.01 150.00 USD');
  expect(shown('0.00')).toBe('dispute.amount_not_positive 0.00');
  expect(answerOf(creditParts([], null, 'whole'))).toBe('dispute.nothing_open');
});
