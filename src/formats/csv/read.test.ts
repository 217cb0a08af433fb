import { describe, expect, test } from 'vitest';
import { readCsv } from './read.ts';

function read(text: string): ReturnType<typeof readCsv> {
  return readCsv(Buffer.from(text));
}

test('every row keeps the line it stands on', () => {
  const table = read('Open items\n\nCustomer,Amount\nC1,10.00\n\n"C2\nLtd",20.00\nC3,5.00\n');
  expect(table.headerLine).toBe(3);
  expect(table.preamble.map((row) => row.line)).toEqual([1]);
  expect(table.rows.map((row) => row.line)).toEqual([4, 6, 8]);
  expect(table.blankLines).toEqual([5]);
});

test('the character zero cannot be stored and is marked like an unreadable byte', () => {
  const table = read('Customer,Amount\nC\0A,1.00\nCB,2.00\n');
  expect(table.rows[0]?.cells).toEqual(['C\uFFFDA', '1.00']);
  expect(table.problems).toEqual([{ line: 2, code: 'read.undecodable_text', facts: {} }]);
});

test('the line that Excel writes to name the separator is obeyed and is no row', () => {
  const table = read('sep=;\r\nCustomer;Amount\r\nC,1;10,00\r\n');
  expect(table.delimiter).toBe(';');
  expect(table.columns).toEqual(['Customer', 'Amount']);
  expect(table.rows).toEqual([{ line: 3, cells: ['C,1', '10,00'] }]);
});

test('a short row is filled up and reported, a long one is reported as it is', () => {
  const table = read('a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n');
  expect(table.rows.map((row) => row.cells.length)).toEqual([3, 4, 3]);
  expect(table.problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
    '2 read.short_row',
    '3 read.long_row',
  ]);
});

test('columns without a name or with the same name can still be told apart', () => {
  expect(read(',Amount,Amount\nx,1.00,2.00\n').columns).toEqual([
    'column 1',
    'Amount',
    'Amount (2)',
  ]);
});

test('a byte that no encoding knows is a problem on its line', () => {
  const bytes = Buffer.concat([
    Buffer.from('Año,Peña\nx,'),
    Buffer.from([0xff]),
    Buffer.from('\n'),
  ]);
  expect(readCsv(bytes).problems).toEqual([{ line: 2, code: 'read.undecodable_text', facts: {} }]);
});

test('old Macintosh line ends are line ends', () => {
  const table = read('\r\r\rDate,Amount\r6/12/15,"1,000.00"\r');
  expect(table.headerLine).toBe(4);
  expect(table.rows).toEqual([{ line: 5, cells: ['6/12/15', '1,000.00'] }]);
});

describe('a file without rows', () => {
  test.each([
    ['Customer,Amount\n', 2],
    ['\n\n', 0],
  ])('%j has %i columns', (text, columns) => {
    const table = read(text);
    expect(table.rows).toEqual([]);
    expect(table.columns.length).toBe(columns);
  });
});
