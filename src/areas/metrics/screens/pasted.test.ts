import { expect, test } from 'vitest';
import { pastedCells, placed } from './pasted.ts';

test('a spreadsheet copies rows and columns, and no row behind its last line end', () => {
  expect(pastedCells('68,000\t 70,000\r\n\t1.250,10\r\n')).toEqual([
    ['68,000', '70,000'],
    ['', '1.250,10'],
  ]);
  expect(pastedCells('12')).toEqual([['12']]);
});

test('cells fall to the right and below of where they are put, none outside', () => {
  const cells = [
    ['a', 'b'],
    ['c', 'd'],
  ];
  expect(placed(cells, { row: 1, column: 2 }, { rows: 2, columns: 4 })).toEqual([
    { row: 1, column: 2, text: 'a' },
    { row: 1, column: 3, text: 'b' },
  ]);
});
