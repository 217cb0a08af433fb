import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { readPasted } from './paste.ts';

const usd = currency('USD');

test('a table of a spreadsheet is read by its heading, and its total is left out', () => {
  const text = [
    'Invoice\tGross\tDiscount\tNet paid\tReason',
    'I-1\t100.00\t2.00\t98.00\t',
    'I-2\t1,250.10\t\t1,200.10\tdamaged box',
    'CM-9\t\t\t(30.00)\t',
    'Total\t\t\t1,268.10\t',
  ].join('\n');
  expect(readPasted(text, usd)).toEqual([
    { reference: 'I-1', grossMinor: 10_000n, discountMinor: 200n, paidMinor: 9800n },
    { reference: 'I-2', grossMinor: 125_010n, paidMinor: 120_010n, reason: 'damaged box' },
    { reference: 'CM-9', paidMinor: -3000n },
  ]);
});

test.each([
  ['I-1 100.00', [{ reference: 'I-1', paidMinor: 10_000n }]],
  ['I-1, 100.00', [{ reference: 'I-1', paidMinor: 10_000n }]],
  ['I-1;1.250,10', [{ reference: 'I-1', paidMinor: 125_010n }]],
  ['I-1\t100.00\t90.00', [{ reference: 'I-1', grossMinor: 10_000n, paidMinor: 9000n }]],
  [
    'I-1\t100.00\t-10.00\t90.00\tfreight',
    [
      {
        reference: 'I-1',
        grossMinor: 10_000n,
        deductionMinor: 1000n,
        paidMinor: 9000n,
        reason: 'freight',
      },
    ],
  ],
  ['I-1', [{ reference: 'I-1' }]],
  ['\n  \n', []],
])('%j without a heading', (text, rows) => {
  expect(readPasted(text, usd)).toEqual(rows);
});
