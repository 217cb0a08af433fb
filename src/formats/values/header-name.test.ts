import { describe, expect, test } from 'vitest';
import { plainName, takeUnit } from './header-name.ts';

describe('a name is compared without what differs between systems', () => {
  test.each([
    ['Invoice No.', 'invoice no'],
    ['customerID', 'customer id'],
    ['PaperlessDate', 'paperless date'],
    ['_fivetran_deleted', 'fivetran deleted'],
    ['Fecha de Vencimiento', 'fecha vencimiento'],
    ['Nº Factura', 'no factura'],
    ['RAZÓN  SOCIAL', 'razon social'],
    ['Customer #', 'customer #'],
    ['', ''],
  ])('%j is %j', (header, name) => {
    expect(plainName(header)).toBe(name);
  });
});

test('a unit at the end of a name is told apart from the name', () => {
  expect(takeUnit('amount eur')).toEqual({ name: 'amount', currency: 'EUR' });
  expect(takeUnit('total cents')).toEqual({ name: 'total', cents: true });
  expect(takeUnit('invoice date')).toEqual({ name: 'invoice date' });
  expect(takeUnit('usd')).toEqual({ name: 'usd' });
});
