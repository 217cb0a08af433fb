import { describe, expect, test } from 'vitest';
import { applicationKindOf, documentKindOf, paymentKindOf } from './document-kind.ts';

describe('what sources call their documents', () => {
  test.each([
    ['INV', 'invoice'],
    ['ri', 'invoice'],
    ['Factura', 'invoice'],
    ['CM', 'credit_memo'],
    ['Credit Memo', 'credit_memo'],
    ['Nota de crédito', 'credit_memo'],
    ['DG', 'credit_memo'],
    ['debit_memo', 'debit_memo'],
    ['Payment', 'receipt'],
    ['DZ', 'receipt'],
    ['journal', undefined],
  ])('%s is %s', (word, kind) => {
    expect(documentKindOf(word)).toBe(kind);
  });
});

test('payments and applications have their own words', () => {
  expect(['RECEIPT', 'REFUND', 'NSF', 'gift'].map(paymentKindOf)).toEqual([
    'receipt',
    'refund',
    'return',
    undefined,
  ]);
  expect(
    ['payment', 'credit', 'discount', 'writeoff', 'write-off', 'x'].map(applicationKindOf),
  ).toEqual(['payment', 'credit', 'discount', 'write_off', 'write_off', undefined]);
});
