/** Correcting what a column is. */
import { expect, test } from 'vitest';
import { mappingWith } from './mapping.ts';

const column = (index: number, name: string, field: string | null) => ({
  index,
  column: name,
  field,
  confidence: 90,
  samples: [],
});
const columns = [column(0, 'Kunde', 'customerNumber'), column(1, 'Betrag', null)];

test('a column that was not used gets its field', () => {
  expect(mappingWith({ columns }, column(1, 'Betrag', null), 'open')).toEqual({
    customerNumber: 'Kunde',
    open: 'Betrag',
  });
});

test('a field that another column had moves', () => {
  expect(mappingWith({ columns }, column(1, 'Betrag', null), 'customerNumber')).toEqual({
    customerNumber: 'Betrag',
  });
});

test('a column that is no longer used leaves its field out', () => {
  expect(mappingWith({ columns }, column(0, 'Kunde', 'customerNumber'), null)).toEqual({
    customerNumber: '',
  });
});
