import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { anInvoice, aReceipt, nothingIncoming } from '#test/support/books.ts';
import type { IncomingCustomer } from './incoming.ts';
import { statedAccounts } from './stated-accounts.ts';

const company = { baseCurrency: currency('USD') };
const customer: IncomingCustomer = {
  company: null,
  number: 'C1',
  name: 'Norte Distribución',
  parent: null,
  payer: 'C1',
  segment: 'STUDENT',
  termsCode: 'NET30',
  creditLimit: 5_000_00n,
  creditCurrency: null,
  language: 'es',
  email: 'ap@norte.example',
  phone: null,
  contact: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
  taxExempt: null,
  owner: null,
  origin: { file: 'customers.csv', line: 2 },
};

test('what a customer row leaves open is not stated', () => {
  const [stated] = statedAccounts({ ...nothingIncoming, customers: [customer] }, company);
  expect(stated).toMatchObject({
    customerNumber: 'C1',
    kind: 'student',
    language: 'es',
    creditLimit: { minor: 5_000_00n, currency: 'USD' },
  });
  expect(stated?.phone).toBeUndefined();
});

test('a customer that names itself as payer has no payer', () => {
  const [stated] = statedAccounts({ ...nothingIncoming, customers: [customer] }, company);
  expect(stated?.payerNumber).toBeUndefined();
});

test('whoever only an invoice or a payment names gets an account too, once', () => {
  const stated = statedAccounts(
    {
      ...nothingIncoming,
      customers: [customer],
      documents: [anInvoice('1'), anInvoice('2', { customer: 'C2', customerName: 'Harlow LLP' })],
      payments: [aReceipt('P1', { customer: 'C3' }), aReceipt('P2', { customer: 'C2' })],
    },
    company,
  );
  expect(stated.map(({ customerNumber, name }) => [customerNumber, name])).toEqual([
    ['C1', 'Norte Distribución'],
    ['C2', 'Harlow LLP'],
    ['C3', 'C3'],
  ]);
});
