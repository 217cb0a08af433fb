import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { anId } from '#test/support/ledger-items.ts';
import { derivedItem } from './derived-item.ts';
import { amountFacts, itemPayload, paidPayloads, takenBackPayloads } from './news.ts';
import type { ApplicationKind, Posting } from './posting.ts';

function part(kind: ApplicationKind, amount: bigint) {
  const sides = { debitItemId: anId(), creditItemId: anId() };
  const base = { debitBase: amount, creditBase: amount };
  return {
    applicationId: anId(),
    ...sides,
    ...base,
    kind,
    amount,
    reverses: amount < 0n ? anId() : null,
  };
}

const item = derivedItem({
  itemId: anId(),
  kind: 'receipt',
  side: 'credit',
  amount: money(500n, 'USD'),
  base: 500n,
  number: '1',
  on: day('2026-07-10'),
});
const posting: Posting = {
  entryId: anId(),
  accountId: anId(),
  kind: 'return',
  effectiveOn: day('2026-07-10'),
  reverses: null,
  lines: [],
  items: [item],
  applications: [part('payment', 300n), part('payment', -200n), part('reversal', 500n)],
};

test('news of an item names it, its amount and its day', () => {
  expect(itemPayload(posting, item)).toEqual({
    itemId: item.itemId,
    entryId: posting.entryId,
    kind: 'receipt',
    effectiveOn: '2026-07-10',
    amount: '5.00',
    currency: 'USD',
  });
});

test('money applied is what pays; a counter item pays nobody', () => {
  const usd = currency('USD');
  expect(paidPayloads(posting, usd).map(({ amount }) => amount)).toEqual(['3.00']);
  expect(takenBackPayloads(posting, usd).map(({ amount }) => amount)).toEqual(['-2.00']);
});

test('an amount is text with its currency', () => {
  expect(amountFacts(money(-1n, 'USD'))).toEqual({ amount: '-0.01', currency: 'USD' });
});
