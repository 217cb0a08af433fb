import { expect, test } from 'vitest';
import { sampleTable, tableOf } from '#test/support/tables.ts';
import { looksLikeBankTable } from './recognise.ts';

test.each([
  ['bank-table/gls.csv', true],
  ['bank-table/mint_extra.csv', true],
  ['bank-table/us-bank-totals.csv', true],
  ['open-items/sap-open-items.csv', false],
  ['open-items/spanish-windows.csv', false],
  ['neutral-book/payments.csv', false],
  ['neutral-book/invoices.csv', false],
  ['quickbooks/payments.csv', false],
])('%s is a list of a bank: %s', (name, expected) => {
  expect(looksLikeBankTable(sampleTable(name))).toBe(expected);
});

test('a list of cards, amounts and days says nothing that only a bank says', () => {
  expect(looksLikeBankTable(tableOf('Merchant Name,Date,Amount', 'Mobil,2025-01-01,3.00'))).toBe(
    false,
  );
});
