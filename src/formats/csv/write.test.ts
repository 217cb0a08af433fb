import { expect, test } from 'vitest';
import { readCsv } from './read.ts';
import { writeCsv } from './write.ts';

test('what is written is read back', () => {
  const rows = [
    ['Peña, "El Sol"', '-12.50'],
    ['two\r\nlines', ''],
  ];
  const table = readCsv(Buffer.from(writeCsv(['Customer', 'Balance'], rows)));
  expect(table.rows.map((row) => row.cells)).toEqual(rows);
  expect(table.problems).toEqual([]);
});

test('text that a spreadsheet would run is disarmed, numbers are not', () => {
  const text = writeCsv(['a'], [['=1+1'], ['@x'], ['-2+3'], ['-2.50'], ['+3']]);
  expect(text.split('\r\n').slice(1, 6)).toEqual(["'=1+1", "'@x", "'-2+3", '-2.50', '+3']);
});
