import { describe, expect, test } from 'vitest';
import { tableOf, takeIn } from '#test/support/imports.ts';

function customer(header: string, row: string): unknown {
  const { conversion } = takeIn(tableOf(header, row), { kind: 'customers' });
  return conversion.records[0] ?? conversion.problems[0]?.code;
}

test('a customer has what its row says', () => {
  const header =
    'Customer No,Name,Parent,Payer,Terms,Credit Limit,Language,Email,Phone,City,State,Zip,' +
    'Tax Exempt';
  const row = 'C1,Peña S.A.,C0,C9,NET30,"1,500.00",Español,ap@x.co,+1 555,Dallas,TX,07526,Yes';
  expect(customer(header, row)).toMatchObject({
    line: 2,
    number: 'C1',
    name: 'Peña S.A.',
    parentNumber: 'C0',
    payerNumber: 'C9',
    termsCode: 'NET30',
    creditLimit: { minor: 150_000n, currency: 'USD' },
    language: 'es',
    postalCode: '07526',
    taxExempt: true,
  });
});

describe('what stands for a missing part', () => {
  test.each([
    ['Name', 'Acme Inc', { number: 'Acme Inc', name: 'Acme Inc' }],
    ['Customer No,City', 'C1,Dallas', { number: 'C1', name: 'C1' }],
    ['Customer No,Taxable', 'C1,FALSE', { taxExempt: true }],
    ['Customer No,Parent,Bill With Parent', 'C1,C0,TRUE', { payerNumber: 'C0' }],
    ['Customer No,Credit Limit', 'C1,', { creditLimit: undefined }],
    ['Customer No,Language', 'C1,Klingon', { language: undefined }],
  ])('%s: %s', (header, row, expected) => {
    expect(customer(header, row)).toMatchObject(expected);
  });
});

test('a customer without number and name is a problem, a limit without a currency too', () => {
  expect(customer('Customer No,Name,City', ',,Dallas')).toBe('import.value_missing');
  const table = tableOf('Customer No,Currency,Credit Limit', 'C1,,5.00', 'C2,USD,');
  const { conversion } = takeIn(table, { kind: 'customers' }, {});
  expect(conversion.problems.map(({ code }) => code)).toEqual(['import.currency_missing']);
});
