import { expect, test } from 'vitest';
import { customers } from '../catalogue/customers.ts';
import { openItems } from '../catalogue/money-owed.ts';
import { parentOf, readExpand } from './parent.ts';

test('what is about an account leads to its customer, where the reader may read customers', () => {
  expect(parentOf(openItems, [openItems, customers])).toBe(customers);
  expect(parentOf(openItems, [openItems])).toBeUndefined();
  expect(parentOf(customers, [openItems, customers])).toBeUndefined();
});

test('an expansion brings all columns or those that are named, each once', () => {
  const columns = (text: string) => {
    const read = readExpand(text, customers);
    return read.ok ? read.value?.columns : read.facts['field'];
  };
  expect(columns('ofCustomer($select=name, city,name)')).toEqual(['name', 'city']);
  expect(columns('ofCustomer')).toEqual(customers.columns.map(({ key }) => key));
  expect(columns('ofCustomer($top=1)')).toBe('$expand=ofCustomer($top=1)');
  expect(columns('ofCustomer,lines')).toBe('$expand=ofCustomer,lines');
  expect(readExpand('ofCustomer', undefined)).toMatchObject({ refusal: 'odata.not_supported' });
});
