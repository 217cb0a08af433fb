import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { tableOf, takeIn } from '#test/support/imports.ts';
import { toIncoming } from './to-incoming.ts';

const today = day('2026-08-15');

function bookOf(...files: readonly (readonly string[])[]) {
  return toIncoming(
    files.map((lines, index) => ({
      file: `file-${index + 1}.csv`,
      conversion: takeIn(tableOf(...lines)).conversion,
    })),
    today,
  );
}

describe('items', () => {
  test('below zero are credit memos, with a positive amount', () => {
    const { documents } = bookOf([
      'Customer,Invoice,Date,Due,Amount',
      'C1,INV-1,2026-01-15,2026-02-14,100.00',
      'C1,CM-1,2026-01-20,2026-01-20,-30.50',
    ]);
    expect(documents).toMatchObject([
      { kind: 'invoice', number: 'INV-1', amount: 100_00n, net: 100_00n, tax: 0n },
      { kind: 'credit_memo', number: 'CM-1', amount: 30_50n },
    ]);
  });

  test('keep the line they stood on', () => {
    const { documents } = bookOf([
      'Customer,Invoice,Date,Due,Amount',
      'C1,INV-1,2026-01-15,2026-02-14,100.00',
    ]);
    expect(documents[0]?.origin).toEqual({ file: 'file-1.csv', line: 2 });
  });

  test('that were paid say on which day, credits never', () => {
    const { documents } = bookOf([
      'Customer,Invoice,Date,Due,Amount,Paid on',
      'C1,INV-1,2026-01-15,2026-02-14,100.00,2026-02-20',
      'C1,CM-1,2026-01-20,2026-01-20,-30.50,2026-02-20',
    ]);
    expect(documents.map(({ paidOn }) => paidOn)).toEqual(['2026-02-20', null]);
  });
});

test('an application without a day happened on the day of its payment', () => {
  const { applications } = bookOf(
    ['payment_id,customer,date,amount', 'P1,C1,2026-03-04,100.00'],
    ['payment_id,invoice_id,amount', 'P1,INV-1,60.00', 'P9,INV-1,40.00'],
  );
  expect(applications.map(({ on }) => on)).toEqual(['2026-03-04', today]);
});
