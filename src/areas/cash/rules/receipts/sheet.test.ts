import { expect, test } from 'vitest';
import { currency, formatMoney } from '#kernel/money.ts';
import { enteredOf, numbersOf, plainAmount, readSheet } from './sheet.ts';

test('a sheet is read row by row, without its heading', () => {
  const text = 'Account\tPayer\tCheck\tAmount\tPays\nNORTH\tNorth Inc\t1042\t$1,750.00\tA, B\n\n';
  expect(readSheet(text)).toEqual([
    {
      account: 'NORTH',
      payerName: 'North Inc',
      checkNumber: '1042',
      amount: '1750.00',
      pays: 'A, B',
    },
  ]);
});

test.each([
  ['1,250.10', '1250.10'],
  ['1.250,10', '1250.10'],
  ['1250', '1250'],
  ['1,250', '1250'],
  ['-5', undefined],
  ['x', undefined],
  ['', undefined],
])('%s is %s', (text, plain) => {
  expect(plainAmount(text)).toBe(plain);
});

test('numbers are parted by blanks, commas and semicolons', () => {
  expect(numbersOf('A, B;C  D')).toEqual(['A', 'B', 'C', 'D']);
});

test('rows with an amount are counted and summed, the others are not there yet', () => {
  const rows = ['600', '1,250.10', '', 'soon'].map((amount) => ({ amount }));
  const { count, total } = enteredOf(rows, currency('USD'));
  expect([count, formatMoney(total)]).toEqual([2, '1850.10']);
});
