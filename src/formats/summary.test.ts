import { expect, test } from 'vitest';
import { readCsv } from './csv/read.ts';
import { neutralTable, summarise } from './summary.ts';

const table = readCsv(Buffer.from('Report\n\nDate;Amount\n2020-01-01;1,50\n\n2020-01-02;2,50\n'));

test('the summary counts every row that holds something', () => {
  expect(summarise(table)).toEqual({
    encoding: 'utf-8',
    delimiter: ';',
    rowsInclHeader: 4,
    columns: 2,
  });
});

test('the neutral form holds everything that was read', () => {
  expect(neutralTable(table)).toMatchObject({
    format: 'csv',
    headerLine: 3,
    header: ['Date', 'Amount'],
    preamble: [{ line: 1, cells: ['Report'] }],
    rows: [
      { line: 4, cells: ['2020-01-01', '1,50'] },
      { line: 6, cells: ['2020-01-02', '2,50'] },
    ],
  });
});
