import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import { usd } from '#test/support/builders.ts';
import { openOf, shareMarked } from './share-marked.ts';

const debt = (itemId: string, dueOn: string, open: string) => ({
  itemId,
  document: itemId,
  dueOn: day(dueOn),
  open: usd(open),
});
const debts = [
  debt('b', '2026-10-01', '300.10'),
  debt('a', '2026-09-01', '200.05'),
  debt('c', '2026-11-01', '50.00'),
];

test.each`
  amount      | shares                           | beyond
  ${'550.15'} | ${['200.05', '300.10', '50.00']} | ${'0.00'}
  ${'200.06'} | ${['200.05', '0.01', '0.00']}    | ${'0.00'}
  ${'100'}    | ${['100.00', '0.00', '0.00']}    | ${'0.00'}
  ${'550.16'} | ${['200.05', '300.10', '50.00']} | ${'0.01'}
`('$amount goes over the oldest first: $shares', ({ amount, shares, beyond }) => {
  const shared = shareMarked(usd(amount), debts);
  expect(shared.shares.map(({ itemId }) => itemId)).toEqual(['a', 'b', 'c']);
  expect(shared.shares.map(({ promised }) => formatMoney(promised))).toEqual(shares);
  expect(formatMoney(shared.beyond)).toBe(beyond);
});

test('what one asks for is the sum of what is open on the marked ones', () => {
  expect(formatMoney(openOf(debts, usd('1').currency))).toBe('550.15');
});
