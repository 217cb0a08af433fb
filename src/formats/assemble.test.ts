import { expect, test } from 'vitest';
import { assembleTable } from './assemble.ts';
import { isBlank } from './table.ts';

const source = { format: 'csv', encoding: 'utf-8', delimiter: ',', problems: [] } as const;

test('a table without a header numbers its columns and loses no row', () => {
  const table = assembleTable([{ line: 1, cells: ['12/15/2018', '5.00'] }], source);
  expect(table.headerLine).toBeUndefined();
  expect(table.columns).toEqual(['column 1', 'column 2']);
  expect(table.rows.length).toBe(1);
});

test('blank rows at the end are no rows', () => {
  const rows = [
    ['a', 'b'],
    ['1.00', '2'],
    ['', ' '],
    ['3.00', '4'],
    ['', ''],
  ];
  const table = assembleTable(
    rows.map((cells, at) => ({ line: at + 1, cells })),
    source,
  );
  expect(table.blankLines).toEqual([3]);
  expect(isBlank({ line: 1, cells: ['', '\u00A0'] })).toBe(true);
});
