import { expect, test } from 'vitest';
import { saysTotal } from './total-row.ts';

test.each([
  [['Total', '', '75.00'], true],
  [['', 'GRAND TOTAL:', '75.00'], true],
  [['Suma', '75,00'], true],
  [['Totally Tools Inc', '75.00'], false],
  [['75.00'], false],
])('%j: %s', (cells, expected) => {
  expect(saysTotal({ line: 1, cells })).toBe(expected);
});
