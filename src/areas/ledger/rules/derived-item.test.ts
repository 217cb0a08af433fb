import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, written } from '#test/support/ledger-items.ts';
import { derivedItem, derivedNumber, swapped } from './derived-item.ts';

test('what no document brought is issued and due on its day, numbered after what it is for', () => {
  const item = derivedItem({
    itemId: anId(),
    kind: 'adjustment',
    side: 'credit',
    amount: money(100n, 'USD'),
    base: 100n,
    number: derivedNumber('discount', 'I-77'),
    on: day('2026-07-10'),
  });
  expect(item).toMatchObject({
    number: 'DISC-I-77',
    issuedOn: '2026-07-10',
    dueOn: '2026-07-10',
    reference: null,
    documentId: null,
  });
});

test('a line turned round keeps its amounts', () => {
  const line = { debit: 'ar', credit: 'transfers', amount: money(5n, 'USD'), base: 6n } as const;
  expect(written(swapped(line))).toBe('transfers/ar 5 6');
});
