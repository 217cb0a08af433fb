import { expect, test } from 'vitest';
import { aliasOf } from './alias.ts';

test.each([
  ['Northwind  Traders, Inc.', 'NORTHWIND TRADERS INC'],
  ['Peña & Hijos', 'PENA HIJOS'],
  ['NORTHWIND TRADERS HOLDING INTERNATI', 'NORTHWIND TRADERS HOLDING INTERNATI'],
  ['  ', ''],
])('%s is remembered as %s', (name, alias) => {
  expect(aliasOf(name)).toBe(alias);
});
