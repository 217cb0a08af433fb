import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { minorIn, readTheirLines } from './their-lines.ts';

const usd = currency('USD');

test.each`
  cell           | minor
  ${'$1,250.10'} | ${125_010n}
  ${'1.250,10'}  | ${125_010n}
  ${'1,250'}     | ${125_000n}
  ${'(45.00)'}   | ${-4_500n}
  ${'45.00-'}    | ${-4_500n}
  ${'-45'}       | ${-4_500n}
  ${'USD 7.5'}   | ${750n}
  ${'I-77'}      | ${undefined}
  ${''}          | ${undefined}
`('$cell is $minor cents', ({ cell, minor }) => {
  expect(minorIn(cell, usd)).toBe(minor);
});

const told = (rows: string[][]) => {
  const { lines, unread } = readTheirLines(rows, usd);
  return [...lines.map(({ number, minor, on }) => `${number} ${minor} ${on}`), unread];
};

test('columns are found by their headings, wherever these stand', () => {
  const rows = [
    ['Statement of Harlow LLP'],
    ['Fecha', 'Factura', 'Importe', 'Saldo'],
    ['2026-05-02', 'I-1', '100.00', '60.00'],
    ['', '', '', '60.00'],
    ['2026-05-02', 'I-2', '100.00', 'paid'],
  ];
  expect(told(rows)).toEqual(['I-1 6000 2026-05-02', 1]);
});

test('without a heading the number comes first and the amount last', () => {
  const rows = [['I-1', '2026-05-02', '100.00'], ['Total', '100.00'], [''], ['CM-7', '(5.00)']];
  expect(told(rows)).toEqual(['I-1 10000 2026-05-02', 'CM-7 -500 null', 0]);
});
