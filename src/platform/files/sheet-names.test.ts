import { expect, test } from 'vitest';
import { sheetName, sheetNames } from './sheet-names.ts';

test('a name keeps what a spreadsheet takes, and is never empty', () => {
  expect(sheetName("'Harbor's [1/2]: open?")).toBe("Harbor's  1 2   open");
  expect(sheetName('a'.repeat(40))).toHaveLength(31);
  expect(sheetName('::')).toBe('1');
});

test('no name stands twice in a book, capitals or not', () => {
  expect(sheetNames(['Open', 'open', 'OPEN', 'Paid'])).toEqual([
    'Open',
    'open 2',
    'OPEN 3',
    'Paid',
  ]);
});
