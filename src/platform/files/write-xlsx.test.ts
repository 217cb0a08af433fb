import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { columnLetter, type Sheet, writeWorkbook } from './write-xlsx.ts';

const aging: Sheet = {
  name: 'Aging',
  title: ['Aging', 'Acme, as of 2026-11-20'],
  columns: [
    { header: 'Account', kind: 'text' },
    { header: 'Last payment', kind: 'day' },
    { header: '1-30', kind: 'amount', total: true },
    { header: '31-60', kind: 'amount', total: true },
    { header: 'Balance', kind: 'amount', total: true },
  ],
  rows: [
    [
      '=HYPERLINK("x")',
      '2026-11-02',
      '8734.71',
      '0.10',
      { formula: 'SUM(C{row}:D{row})', value: '8734.81' },
    ],
    ['C2', null, '-1.50', '0.20', { formula: 'SUM(C{row}:D{row})', value: '-1.30' }],
  ],
  totalsLabel: 'Total',
};

const book = await readXlsx(await writeWorkbook([aging]), { readStyles: true });
const sheet = book.sheets[0];

test('formulas are live, point at their own row, and carry what they give now', () => {
  expect(sheet?.cells?.get('4,4')).toMatchObject({ formula: 'SUM(C5:D5)', formulaResult: 8734.81 });
  expect(sheet?.cells?.get('5,4')).toMatchObject({ formula: 'SUM(C6:D6)', formulaResult: -1.3 });
});

test('totals follow the filter and are exact', () => {
  expect(sheet?.cells?.get('6,2')).toMatchObject({
    formula: 'SUBTOTAL(109,C5:C6)',
    formulaResult: 8733.21,
  });
  expect(sheet?.cells?.get('6,3')).toMatchObject({ formulaResult: 0.3 });
});

test('text that looks like a formula stays text', () => {
  expect(sheet?.rows[4]?.[0]).toBe('=HYPERLINK("x")');
  expect(sheet?.cells?.get('4,0')?.formula).toBeUndefined();
});

test('amounts are numbers, days are days, and the header stays in view', () => {
  expect(sheet?.rows[4]?.slice(1, 4)).toEqual([new Date('2026-11-02'), 8734.71, 0.1]);
  expect(sheet?.freezePane).toEqual({ rows: 4, columns: 1 });
  expect(sheet?.autoFilter?.range).toBe('A4:E6');
});

test('an amount that a spreadsheet cannot hold is written as text, not wrongly', async () => {
  const long: Sheet = {
    name: 'Long',
    title: [],
    columns: [{ header: 'Amount', kind: 'amount' }],
    rows: [['12345678901234567.89']],
  };
  const read = await readXlsx(await writeWorkbook([long]));
  expect(read.sheets[0]?.rows[1]).toEqual(['12345678901234567.89']);
});

test('columns are lettered as spreadsheets letter them', () => {
  expect([0, 25, 26, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AAA']);
});

test('last rows that are sums are formulas, each over the rows of its code', async () => {
  const sheets = ['Open: today?', 'open  today'].map((name): Sheet => ({
    name,
    title: ['Open'],
    columns: [
      { header: 'Number', kind: 'text' },
      { header: 'Open', kind: 'amount' },
      { header: 'Currency', kind: 'text' },
    ],
    rows: [
      ['I-1', '10.00', 'USD'],
      ['I-2', '5.00', 'EUR'],
      ['I-3', '2.50', 'USD'],
    ],
    totalRows: [
      ['Total', '5.00', 'EUR'],
      ['Total', '12.50', 'USD'],
    ],
    sums: { columns: [1], by: name.startsWith('open') ? null : 2 },
  }));
  const [byCode, whole] = (await readXlsx(await writeWorkbook(sheets))).sheets;
  expect([byCode?.name, whole?.name]).toEqual(['Open  today', 'open  today 2']);
  expect(byCode?.cells?.get('7,1')).toMatchObject({
    formula: 'SUMIFS(B$4:B$6,$C$4:C$6,$C8)',
    formulaResult: 12.5,
  });
  expect(whole?.cells?.get('6,1')).toMatchObject({ formula: 'SUM(B$4:B$6)', formulaResult: 5 });
  expect(byCode?.rows[7]?.[0]).toBe('Total');
});
