import { expect, test } from 'vitest';
import { mappingFrom, mergedMapping, tableSignature } from './table-mapping.ts';

test('columns are known again whatever their case', () => {
  expect(tableSignature(['Date ', 'AMOUNT'])).toBe(tableSignature(['date', 'Amount']));
  expect(tableSignature(['a', 'b'])).not.toBe(tableSignature(['b', 'a']));
});

test('what answers nothing is left out', () => {
  expect(mappingFrom({ dateOrder: 'dmy', decimalMark: ';', columns: 'amount=Net=1; ;x' })).toEqual({
    dateOrder: 'dmy',
    columns: { amount: 'Net=1' },
  });
});

test('a newer word stands over an older one, column by column', () => {
  const older = { dateOrder: 'dmy', columns: { a: '1', b: '2' } } as const;
  expect(mergedMapping(older, { dateOrder: 'mdy', columns: { b: '3' } })).toEqual({
    dateOrder: 'mdy',
    columns: { a: '1', b: '3' },
  });
});
