import { expect, test } from 'vitest';
import { tableOf, takeIn } from '#test/support/imports.ts';

test('items owe in debits and are owed in credits, by currency', () => {
  const { conversion } = takeIn(
    tableOf(
      'Customer,Invoice No,Date,Due Date,Currency,Amount',
      'C1,1,2026-01-05,2026-02-04,USD,5.00',
      'C1,2,2026-01-05,2026-02-04,CAD,7.00',
      'C1,3,2026-01-05,2026-02-04,USD,-2.00',
    ),
  );
  expect(conversion.totals).toEqual([
    { currency: 'CAD', rows: 1, debits: 700n, credits: 0n },
    { currency: 'USD', rows: 2, debits: 500n, credits: 200n },
  ]);
});

test('payments lower what is owed, refunds raise it', () => {
  const { conversion } = takeIn(
    tableOf(
      'Receipt No,Type,Customer,Payment Date,Amount',
      'R1,RECEIPT,C1,2026-01-05,5.00',
      'R2,REFUND,C1,2026-01-06,2.00',
    ),
  );
  expect(conversion.totals).toEqual([{ currency: 'USD', rows: 2, debits: 200n, credits: 500n }]);
});

test('customers and terms have no totals', () => {
  const { conversion } = takeIn(tableOf('Customer ID,Name', 'C1,Acme Inc'));
  expect(conversion.totals).toEqual([]);
});
