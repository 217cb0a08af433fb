import { expect, test } from 'vitest';
import { openPdf } from '../files/open-pdf.ts';
import { tablesPdf } from './tables.ts';

test('tables stand below each other with their names, grouped amounts and feet', async () => {
  const columns = [
    { header: 'Account', kind: 'text' },
    { header: 'Number', kind: 'text' },
    { header: 'Amount', kind: 'amount' },
  ] as const;
  const rows = [
    ['C1', '1234567', '-1234567.50'],
    ['C2', '', ''],
  ];
  const pdf = await tablesPdf(
    ['Two tables', 'As of 2026-11-20'],
    [
      { name: 'First', columns, rows, totals: [['Total', '', '-1234567.50']] },
      { name: 'Second', columns, rows: [] },
    ],
    'en',
  );
  const text = await openPdf(pdf);
  if (!text.ok) throw new Error(text.refusal);
  const order = ['Two tables', 'First', 'C1', '1234567', '−1,234,567.50', 'C2', 'Total', 'Second'];
  const places = order.map((word) => text.value.indexOf(word));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});
