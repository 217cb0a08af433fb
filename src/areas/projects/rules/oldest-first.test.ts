import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { type OpenItem, oldestFirst } from './oldest-first.ts';

const start = day('2026-01-01');

function item(n: number, open: number, inDays = n, account = 1): OpenItem {
  return {
    accountId: composeId(account, 0, 0, 0),
    itemId: composeId(n, 1, 0, 0),
    number: `N${n}`,
    currency: currency('USD'),
    on: plusDays(start, inDays),
    open: BigInt(open),
  };
}

test('the oldest credit goes onto the oldest invoice, then on to the next', () => {
  const pairs = oldestFirst([item(9, 30), item(8, 100)], [item(2, 50), item(1, 60)]);
  expect(pairs.map(({ credit, debt, amount }) => [credit.number, debt.number, amount])).toEqual([
    ['N8', 'N1', 60n],
    ['N8', 'N2', 40n],
    ['N9', 'N2', 10n],
  ]);
});

test('accounts and currencies are never mixed', () => {
  expect(oldestFirst([item(1, 5, 1, 1)], [item(2, 5, 1, 2)])).toEqual([]);
  expect(oldestFirst([item(1, 5)], [{ ...item(2, 5), currency: currency('EUR') }])).toEqual([]);
});

test('nothing is applied beyond what is open, and one side is always used up', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 12 });
  const round = fc.check(
    fc.property(amounts, amounts, (ins, outs) => {
      const credits = ins.map((open, n) => item(n, open));
      const debts = outs.map((open, n) => item(n + 50, open));
      const pairs = oldestFirst(credits, debts);
      const used = (of: OpenItem, side: 'credit' | 'debt') =>
        pairs.filter((each) => each[side] === of).reduce((sum, { amount }) => sum + amount, 0n);
      const total = (items: readonly OpenItem[]) => items.reduce((sum, { open }) => sum + open, 0n);
      const applied = pairs.reduce((sum, { amount }) => sum + amount, 0n);
      const least = total(credits) < total(debts) ? total(credits) : total(debts);
      return (
        applied === least &&
        credits.every((each) => used(each, 'credit') <= each.open) &&
        debts.every((each) => used(each, 'debt') <= each.open)
      );
    }),
  );
  expect(round.failed).toBe(false);
});
