import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { usd } from '#test/support/builders.ts';
import { shareFamily } from './share-family.ts';

const [north, south] = [
  id('019b0000-0000-7000-8000-00000000000a'),
  id('019b0000-0000-7000-8000-00000000000b'),
];
const debt = (accountId: typeof north, no: number, dueOn: string, open: string) => ({
  accountId,
  itemId: id(`019b0000-0000-7000-8000-0000000000${10 + no}`),
  document: `I-${no}`,
  dueOn: day(dueOn),
  open: usd(open),
});
const debts = [
  debt(north, 1, '2026-10-01', '300.10'),
  debt(south, 2, '2026-09-01', '200.00'),
  debt(north, 3, '2026-11-01', '50.00'),
];
const room = new Map([
  [north, usd('350.10')],
  [south, usd('150.00')],
]);
const told = (amount: string): unknown => {
  const shared = shareFamily(usd(amount), debts, room);
  if (!shared.ok) return shared.facts;
  return shared.value.map(({ document, promised }) => `${document} ${formatMoney(promised)}`);
};

test.each([
  ['100', ['I-2 100.00']],
  ['400.05', ['I-2 150.00', 'I-1 250.05']],
  ['500.10', ['I-2 150.00', 'I-1 300.10', 'I-3 50.00']],
  ['500.11', { amount: '500.11', open: '500.10' }],
])('%s goes to the oldest debts first, within what each account may promise', (sum, shares) => {
  expect(told(sum)).toEqual(shares);
});
