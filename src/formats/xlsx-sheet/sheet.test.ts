import { expect, test } from 'vitest';
import { cellName, columnName, tableOfSheet } from './sheet.ts';

test('empty edges are left out and rows are evenly wide without complaint', () => {
  const table = tableOfSheet({
    name: 'Items',
    rows: [
      { line: 3, cells: [null, 'Customer', 'Amount', 'Note', null] },
      { line: 4, cells: [null, 'C1', 5.5] },
      { line: 6, cells: [null, 'C2', 7, 'x', ''] },
    ],
  });
  expect(table.columns).toEqual(['Customer', 'Amount', 'Note']);
  expect(table.rows).toEqual([
    { line: 4, cells: ['C1', '5.5', ''] },
    { line: 6, cells: ['C2', '7', 'x'] },
  ]);
  expect(table.problems).toEqual([]);
});

test('values beside the header make a column without a name', () => {
  const table = tableOfSheet({
    name: 'Items',
    rows: [
      { line: 1, cells: ['Customer', 'Amount'] },
      { line: 2, cells: ['C1', 5.5, 'ask Jim'] },
    ],
  });
  expect(table.columns).toEqual(['Customer', 'Amount', 'column 3']);
});

test('a date that no calendar has is an empty cell and a problem that names it', () => {
  const table = tableOfSheet({
    name: 'Items',
    rows: [
      { line: 1, cells: ['Customer', 'Due'] },
      { line: 2, cells: ['C1', { time: Number.NaN }] },
    ],
  });
  expect(table.rows).toEqual([{ line: 2, cells: ['C1', ''] }]);
  expect(table.problems).toEqual([
    { line: 2, code: 'read.unreadable_cell', facts: { cell: 'B2' } },
  ]);
});

test('cells are called as spreadsheets call them', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(cellName(2, 7)).toBe('C7');
});
