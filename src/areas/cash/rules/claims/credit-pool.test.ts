import { expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { layCredits } from './credit-pool.ts';

const [ours, theirs] = [newId(), newId()];
const line = (accountId: typeof ours, amount: bigint) => ({
  accountId,
  itemId: newId(),
  amount,
  discount: 0n,
  short: 0n,
  shortReason: null,
});
const credit = (accountId: typeof ours, amount: bigint) => ({ accountId, itemId: newId(), amount });

test('a credit pays its own account’s claims first, then others, and money pays the rest', () => {
  const lines = [line(theirs, 50n), line(ours, 30n)];
  const { uses, cash } = layCredits(lines, [credit(ours, 40n)]);
  expect(uses.map(({ toAccountId, amount }) => [toAccountId, amount])).toEqual([
    [ours, 30n],
    [theirs, 10n],
  ]);
  expect(cash).toEqual([{ ...lines[0], amount: 40n }]);
});

test('what no claim takes stays a credit', () => {
  const { uses, cash } = layCredits([line(ours, 10n)], [credit(ours, 25n)]);
  expect(uses.map(({ amount }) => amount)).toEqual([10n]);
  expect(cash).toEqual([]);
  expect(layCredits([], [credit(ours, 25n)])).toEqual({ uses: [], cash: [] });
});
