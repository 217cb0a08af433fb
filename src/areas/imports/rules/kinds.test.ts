import { expect, test } from 'vitest';
import { fieldNamed, fieldNames, isKind, kinds, requiredOf, typeOf } from './kinds.ts';

test('a field is known only within its kind', () => {
  expect(typeOf('items', 'dueOn')).toBe('day');
  expect(typeOf('customers', 'dueOn')).toBeUndefined();
  expect(fieldNamed('items', 'dueOn')).toBe('dueOn');
  expect(fieldNamed('items', 'Due date')).toBeUndefined();
});

test('every required field is a field of its kind', () => {
  for (const kind of kinds) {
    for (const field of requiredOf[kind].flat()) expect(fieldNames(kind)).toContain(field);
  }
});

test('kinds are known by their names', () => {
  expect(['items', 'invoices', ''].map(isKind)).toEqual([true, false, false]);
});
