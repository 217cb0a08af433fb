import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { type AlikeItem, duplicatesToClose } from './duplicates.ts';

function invoice(number: string, told: Partial<AlikeItem> = {}): AlikeItem {
  return {
    accountId: composeId(1, 0, 0, 0),
    itemId: composeId(number.length, 1, 0, 0),
    number,
    plain: number.toLowerCase().replaceAll('-', ''),
    reference: null,
    currency: currency('USD'),
    issuedOn: day('2026-08-01'),
    face: 100n,
    open: 100n,
    openBase: 100n,
    tax: 0n,
    ...told,
  };
}

const later = { issuedOn: day('2026-08-02') };
const order = { reference: 'PO-1' };

test.each([
  ['the first issued stays', [invoice('INV7', later), invoice('INV-7')], ['INV-7 < INV7']],
  ['of three, two go', [invoice('A'), invoice('a'), invoice('-A')], ['-A < A', '-A < a']],
  ['other amounts are no pair', [invoice('INV-7'), invoice('INV7', { face: 90n })], []],
  ['a paid one has a story', [invoice('INV-7'), invoice('INV7', { ...later, open: 60n })], []],
  ['same order and day', [invoice('A', order), invoice('B', order)], ['A < B']],
  ['same order, another day', [invoice('A', order), invoice('B', { ...order, ...later })], []],
  ['another account', [invoice('A'), invoice('A', { accountId: composeId(2, 0, 0, 0) })], []],
] as const)('%s', (_, items, expected) => {
  const closings = duplicatesToClose(items);
  expect(closings.map(({ kept, closed }) => `${kept.number} < ${closed.number}`)).toEqual(expected);
});
