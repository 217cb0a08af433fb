import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id, composeId } from '#kernel/ids.ts';
import { type CardPaid, takenBack } from './charged-back.ts';

const idOf = (n: number): Id => composeId(1, 0, 0, n);
const back = (reference: string, amount = 5000n, on = '2026-11-20') => ({
  lineId: idOf(1),
  on: day(on),
  amount,
  reference,
});
const paid = (n: number, references: string[], amount = 5000n): CardPaid => ({
  receiptId: idOf(n),
  on: day('2026-10-01'),
  amount,
  references,
});

test.each([
  ['the reference of the capture', back('ch-7'), [paid(7, ['CARD-7', 'ch_7']), paid(8, [])], 7],
  ['the only one of its amount', back('dp_1'), [paid(7, ['ch_7']), paid(8, [], 6000n)], 7],
  ['two of its amount', back('dp_1'), [paid(7, ['ch_7']), paid(8, ['ch_8'])], undefined],
  ['a part of the capture', back('ch_7', 2000n), [paid(7, ['ch_7'])], undefined],
  [
    'a part, another of that amount',
    back('ch_7', 2000n),
    [paid(7, ['ch_7']), paid(8, [], 2000n)],
    undefined,
  ],
  ['paid after it', back('ch_7', 5000n, '2026-09-30'), [paid(7, ['ch_7'])], undefined],
])('%s', (_, chargeback, receipts, expected) => {
  const found = takenBack([chargeback], receipts).get(chargeback.lineId);
  expect(found).toBe(expected === undefined ? undefined : idOf(expected));
});

test('a receipt goes back once', () => {
  const twice = [back('ch_7'), { ...back('ch_7'), lineId: idOf(2) }];
  const found = takenBack(twice, [paid(7, ['ch_7'])]);
  expect([...found]).toEqual([[idOf(1), idOf(7)]]);
});
