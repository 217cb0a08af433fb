import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { type Remittance } from '#formats/neutral.ts';
import { type Proved } from './proof.ts';
import { readRemittanceText } from './text.ts';

function read(...lines: readonly string[]): Proved {
  const outcome = readRemittanceText(lines.join('\n'));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

function told({ lines }: Remittance): string[] {
  return lines.map(({ kind, reference, gross, discount, deductions, paid }) =>
    [
      kind,
      reference || '-',
      gross === undefined ? '-' : formatMoney(gross),
      discount === undefined ? '-' : formatMoney(discount),
      deductions.map(({ amount, reason }) => `${formatMoney(amount)} ${reason}`).join() || '-',
      paid === undefined ? '-' : formatMoney(paid),
    ].join(' | '),
  );
}

test('single blanks between the columns are enough, and rows without a document are kept', () => {
  const { remittance, controls } = read(
    readFileSync(new URL('../../../samples/remittance/single-spaced.txt', import.meta.url), 'utf8'),
  );
  expect(told(remittance)).toEqual([
    'invoice | INV998485 | 8201.66 | - | - | 8201.66',
    'invoice | INV588269 | 4747.80 | 94.96 | - | 4652.84',
    'credit_memo | CM-20011 | -250.00 | - | - | -250.00',
    'invoice | INV632510 | 8975.80 | 120.00 | - | 8855.80',
    'other | - | - | - | - | -75.50',
  ]);
  expect(remittance).toMatchObject({ paymentReference: '0045812', paidOn: '2025-11-03' });
  expect(remittance.lines.at(-1)?.note).toBe('Freight claim');
  expect(controls).toEqual([
    {
      kind: 'amount',
      what: 'remittance_total',
      record: 4,
      stated: '21384.80',
      found: '21384.80',
    },
  ]);
});

describe('columns are told apart', () => {
  test.each([
    [
      'by wide gaps, a reason between them',
      [
        'Document No   PO Number    Gross        Deduction   Reason            Net',
        '90001234      4500017788   1,000.00     50.00       Short shipment    950.00',
        '90001235      4500017790   2,500.00     0.00                          2,500.00',
        'Total:                                                                3,450.00',
      ],
      [
        'invoice | 90001234 | 1000.00 | - | 50.00 Short shipment 4500017788 | 950.00',
        'invoice | 90001235 | 2500.00 | - | - | 2500.00',
      ],
    ],
    [
      'by tabs, as rows of a spreadsheet are pasted',
      [
        'Invoice\tDate\tAmount\tDiscount\tPaid',
        '1001\t10/02/2025\t$1,200.00\t$24.00\t$1,176.00',
        '1002\t10/03/2025\t$800.00\t\t$800.00',
        'CR-17\t10/05/2025\t-$100.00\t\t-$100.00',
        '\t\t\t\t$12.34',
      ],
      [
        'invoice | 1001 | 1200.00 | 24.00 | - | 1176.00',
        'invoice | 1002 | 800.00 | - | - | 800.00',
        'credit_memo | CR-17 | -100.00 | - | - | -100.00',
        'other | - | - | - | - | 12.34',
      ],
    ],
    [
      'by pipes, in Spanish, with decimal commas',
      [
        'Factura | Importe | Descuento | Neto',
        'F-2201 | 1.250,00 | 25,00 | 1.225,00',
        'F-2202 | 300,00 | | 300,00',
      ],
      [
        'invoice | F-2201 | 1250.00 | 25.00 | - | 1225.00',
        'invoice | F-2202 | 300.00 | - | - | 300.00',
      ],
    ],
    [
      'by what adds up, without a header',
      [
        'Invoice 12345 - $1,500.00',
        'Invoice 12346 - $2,000.00 less 5% damage allowance $100.00 = $1,900.00',
        'Invoice 12347 $500.00 $10.00 $490.00',
      ],
      [
        'invoice | 12345 | - | - | - | 1500.00',
        'invoice | 12346 | 2000.00 | - | 100.00 less 5% damage allowance = | 1900.00',
        'invoice | 12347 | 500.00 | 10.00 | - | 490.00',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(read(...lines).remittance)).toEqual(expected);
  });
});

test('a sentence that lists documents gives them, and its amount is the total', () => {
  const { remittance, problems } = read(
    'Please find our payment of $5,000.00 for invoices INV-1001, INV-1002 and INV-1003.',
  );
  expect(remittance.total).toEqual({ minor: 500_000n, currency: 'USD' });
  expect(remittance.lines.map(({ reference }) => reference)).toEqual([
    'INV-1001',
    'INV-1002',
    'INV-1003',
  ]);
  expect(problems).toEqual([]);
});

test('a credit without a sign is taken off where only that proves the total', () => {
  const { remittance, controls } = read(
    'Invoice INV-1 100.00',
    'Credit memo CM-9 30.00',
    'Total 70.00',
  );
  expect(told(remittance)[1]).toBe('credit_memo | CM-9 | - | - | - | -30.00');
  expect(controls.length).toBe(1);
});

test('a total that differs is said, and every line is kept', () => {
  const { remittance, problems } = read('Invoice INV-1 100.00', 'Total 90.00');
  expect(remittance.lines.length).toBe(1);
  expect(problems).toEqual([
    { record: 1, code: 'remittance.total_differs', facts: { stated: '90.00', found: '100.00' } },
  ]);
});

test('quoted lines of a forwarded mail are read like any other', () => {
  expect(told(read('> Invoice INV-1 100.00', '>> Invoice INV-2 5.00').remittance).length).toBe(2);
});

test('a bare number beside a document is no amount, a date and a phone are no document', () => {
  expect(readRemittanceText('Invoice 1500').ok).toBe(false);
  expect(readRemittanceText('Call 555-0134 on 11/03/2025').ok).toBe(false);
  expect(readRemittanceText('').ok).toBe(false);
});

test('numbers and amounts alone are a list when several lines are alike', () => {
  const { remittance, controls } = read('90011 500.00', '90012 250.25', '90013 -20.00', '730.25');
  expect(remittance.lines.map(({ reference }) => reference)).toEqual(['90011', '90012', '90013']);
  expect(controls.length).toBe(1);
  expect(readRemittanceText('Suite 90011, 500.00 USD a month').ok).toBe(false);
});

test('forty pasted rows give their short pays, their credit and the one nobody knows', () => {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const gross = `${1000 + at}.00`;
    if (at === 7) return `CM-${at}\t10/02/2025\t(55.00)\t\t(55.00)`;
    if (at === 20) return '\t\t\t\t12.34';
    return [3, 11, 30].includes(at)
      ? `INV-${5000 + at}\t10/02/2025\t${gross}\t40.00\t${960 + at}.00`
      : `INV-${5000 + at}\t10/02/2025\t${gross}\t\t${gross}`;
  });
  const { remittance } = read('Invoice\tDate\tGross\tDeduction\tPaid', ...rows);
  const { lines } = remittance;
  expect(lines.length).toBe(40);
  expect(lines.filter(({ deductions }) => deductions.length > 0).length).toBe(3);
  expect(lines.filter(({ kind }) => kind === 'credit_memo').length).toBe(1);
  expect(lines.filter(({ kind }) => kind === 'other').length).toBe(1);
});
