import { describe, expect, test } from 'vitest';
import { difference, layRows } from './rows.ts';

const items = [
  { itemId: 'a', accountId: 'x', number: 'I-1', open: 100n, discount: 2n },
  { itemId: 'b', accountId: 'x', number: 'I-2', open: 50n, discount: 0n },
  { itemId: 'c', accountId: 'x', number: 'CM-9', open: -30n, discount: 0n },
];

describe('a row of the payer beside our item', () => {
  test.each`
    reference | paid    | discount | status       | amount  | short
    ${'i-1'}  | ${100n} | ${0n}    | ${'agrees'}  | ${100n} | ${0n}
    ${'I-1'}  | ${98n}  | ${2n}    | ${'agrees'}  | ${98n}  | ${0n}
    ${'I-1'}  | ${95n}  | ${5n}    | ${'short'}   | ${95n}  | ${3n}
    ${'I-2'}  | ${45n}  | ${0n}    | ${'short'}   | ${45n}  | ${5n}
    ${'I-2'}  | ${60n}  | ${0n}    | ${'over'}    | ${50n}  | ${0n}
    ${'CM-9'} | ${-30n} | ${0n}    | ${'credit'}  | ${-30n} | ${0n}
    ${'CM-9'} | ${30n}  | ${0n}    | ${'credit'}  | ${-30n} | ${0n}
    ${'I-3'}  | ${10n}  | ${0n}    | ${'unknown'} | ${0n}   | ${0n}
    ${'1'}    | ${10n}  | ${0n}    | ${'unknown'} | ${0n}   | ${0n}
  `('$reference paid $paid is $status', ({ reference, paid, discount, status, amount, short }) => {
    const row = { reference, paidMinor: paid, discountMinor: discount };
    expect(layRows([row], items)).toMatchObject([{ status, amount, short }]);
  });

  test('an item is paid by the first row that names it', () => {
    const rows = [
      { reference: 'I-2', paidMinor: 20n },
      { reference: 'I-2', paidMinor: 30n },
    ];
    expect(layRows(rows, items).map(({ status }) => status)).toEqual(['short', 'unknown']);
  });
});

test('the running difference is what came less what is laid out', () => {
  expect(difference(120n, [{ amount: 100n }, { amount: 50n }, { amount: -30n }])).toBe(0n);
  expect(difference(120n, [])).toBe(120n);
});
