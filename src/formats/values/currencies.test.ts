import { expect, test } from 'vitest';
import { knownCurrency } from './currencies.ts';

test('codes of ISO 4217 in any case are currencies, other letters are not', () => {
  expect([' usd ', 'CAD', 'mxn'].map(knownCurrency)).toEqual(['USD', 'CAD', 'MXN']);
  expect(['UDS', 'XXX', '', 'US', 'DEM', 'dollar'].map(knownCurrency)).toEqual(
    Array.from({ length: 6 }),
  );
});
