import { expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { holds } from '#formats/neutral.ts';
import { sampleTable, tableOf } from '#test/support/tables.ts';
import { looksLikeRemittance, readRemittanceTable } from './read-table.ts';

test('rows of one payment number are one advice, each with its own proved total', () => {
  const read = readRemittanceTable(sampleTable('remittance/portal.csv'));
  if (!read.ok) throw new Error(read.refusal);
  const { remittances, controls, problems, questions } = read.value;
  expect(questions).toEqual([]);
  expect(
    remittances.map(({ paymentReference, paidOn, total, lines }) => [
      paymentReference,
      paidOn,
      total && formatMoney(total),
      lines.map(({ reference, paid }) => `${reference} ${paid ? formatMoney(paid) : ''}`),
    ]),
  ).toEqual([
    ['8800123', '2025-11-05', '1930.00', ['7001 980.00', '7002 950.00']],
    ['8800124', '2025-11-06', '400.00', ['7003 500.00', 'CM881 -100.00']],
  ]);
  expect(remittances[0]?.lines[1]?.deductions).toEqual([
    { amount: { minor: 5000n, currency: 'USD' }, reason: 'SHORTAGE' },
  ]);
  expect([controls.length, controls.every(holds), problems]).toEqual([2, true, []]);
});

test('a row with an amount and no document is a line; one with neither is kept aside', () => {
  const read = readRemittanceTable(
    tableOf(
      'Invoice,Discount,Amount Paid,Currency',
      'INV-1,0.00,10.00,USD',
      ',,2.50,USD',
      'see our letter,,,',
      ',see below,,',
    ),
  );
  if (!read.ok) throw new Error(read.refusal);
  const [remittance] = read.value.remittances;
  expect(remittance?.lines.map(({ kind, reference }) => `${kind} ${reference}`)).toEqual([
    'invoice INV-1',
    'other ',
    'invoice see our letter',
  ]);
  expect(read.value.problems.map(({ code, record }) => [code, record])).toEqual([
    ['remittance.row_kept_aside', 5],
  ]);
});

test('an amount that cannot be read stops the file at its row', () => {
  const table = tableOf('Invoice,Discount,Amount Paid', 'INV-1,0.00,10.00', 'INV-2,0.00,1O.00');
  expect(readRemittanceTable(table)).toMatchObject({
    ok: false,
    refusal: 'read.bad_record',
    facts: { record: 3 },
  });
});

test.each([
  ['remittance/portal.csv', true],
  ['open-items/sap-open-items.csv', false],
  ['neutral-book/applications.csv', false],
  ['quickbooks/payment-lines.csv', false],
  ['bank-table/us-bank-totals.csv', false],
])('%s is an advice of payment: %s', (name, expected) => {
  expect(looksLikeRemittance(sampleTable(name))).toBe(expected);
});
