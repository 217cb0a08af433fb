import { describe, expect, test } from 'vitest';
import { readCsv } from '#formats/csv/read.ts';
import { guessKind, missingFields } from './guess-kind.ts';

const nothing = { choices: [], without: new Set<string>() };

function guess(header: string, row: string): string | undefined {
  return guessKind(readCsv(Buffer.from(`${header}\n${row}\n`)), () => nothing).kind;
}

describe('what a file brings follows from its columns', () => {
  test.each([
    ['Customer,Invoice No,Date,Due Date,Amount', 'C1,1001,2026-01-05,2026-02-04,5.00', 'items'],
    ['Customer ID,Name,Email,Terms,Credit Limit', 'C1,Acme Inc,a@b.co,NET30,500.00', 'customers'],
    ['Receipt No,Customer,Payment Date,Amount,Method', 'R1,C1,2026-01-05,5.00,ach', 'payments'],
    ['Payment ID,Invoice ID,Applied On,Amount Applied', 'P1,I1,2026-01-05,5.00', 'applications'],
    ['Order No,Customer,Order Date,Order Amount', 'O1,C1,2026-01-05,5.00', 'orders'],
    ['Terms Code,Net Days,Discount %,Discount Days', 'NET30,30,2,10', 'terms'],
    ['Factura,Cliente,Fecha,Vencimiento,Importe', 'F1,C1,2026-01-05,2026-02-04,5.00', 'items'],
    ['Recibo,Cliente,Fecha de pago,Importe', 'R1,C1,2026-01-05,5.00', 'payments'],
  ])('%s', (header, row, kind) => {
    expect(guess(header, row)).toBe(kind);
  });

  test('a number, a date and an amount may be invoices or payments', () => {
    expect(guess('Number,Customer,Date,Amount', '1,C1,2026-01-05,5.00')).toBeUndefined();
  });

  test('a list of invoices that lacks a column is no list of customers', () => {
    const header = 'Customer No,Name,Invoice No,Invoice Date,Due Date,Currency,Worth';
    expect(guess(header, 'C1,Acme Inc,1,2026-01-05,2026-02-04,USD,5.00')).toBe('items');
  });

  test('a file of something else is no kind', () => {
    expect(guess('Colour,Weight', 'red,5')).toBeUndefined();
  });
});

test('of the fields that a mapping lacks each group is named, the preferred one first', () => {
  expect(missingFields('items', { choices: [] }).map(([first]) => first)).toEqual([
    'number',
    'customerNumber',
    'original',
    'issuedOn',
  ]);
});
