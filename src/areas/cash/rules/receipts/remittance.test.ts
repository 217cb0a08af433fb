import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type Payment, paymentOf, remittanceRows } from './remittance.ts';

const usd = (minor: bigint) => money(minor, 'USD');

function payment(n: number, minor: bigint, payerName: string, ...marks: string[]): Payment {
  const receiptId = id(`00000000-0000-7000-8000-00000000000${n}`);
  return { receiptId, amount: usd(minor), receivedOn: day('2026-06-02'), payerName, marks };
}

const first = payment(1, 500n, 'NORTHWIND TRADERS HOLDING INTERNATI', '0001042');
const second = payment(2, 500n, 'Contoso', 'FT-9');

test.each`
  reference | total   | name                                         | paidOn          | found
  ${'1042'} | ${900n} | ${''}                                        | ${null}         | ${first}
  ${'FT9'}  | ${500n} | ${'Contoso'}                                 | ${'2026-06-04'} | ${second}
  ${''}     | ${500n} | ${'Northwind Traders Holding International'} | ${'2026-06-01'} | ${first}
  ${''}     | ${500n} | ${'Northwind Traders Holding International'} | ${'2026-05-01'} | ${undefined}
  ${''}     | ${500n} | ${''}                                        | ${'2026-06-01'} | ${undefined}
  ${'9999'} | ${501n} | ${'Contoso'}                                 | ${'2026-06-01'} | ${undefined}
`('a remittance $reference of $total by $name', ({ reference, total, name, paidOn, found }) => {
  const loose = { payerName: name, paymentReference: reference, total, currency: 'USD' };
  const dated = { ...loose, paidOn: paidOn === null ? null : day(paidOn) };
  expect(paymentOf(dated, [first, second])).toBe(found);
});

test('two payments that fit are a question, not an answer', () => {
  const loose = { payerName: 'Contoso', paymentReference: '', total: 500n, currency: 'USD' };
  const twins = [second, payment(3, 500n, 'Contoso')];
  expect(paymentOf({ ...loose, paidOn: null }, twins)).toBeUndefined();
});

test('several deductions of a row are one with all its reasons', () => {
  const deductions = [
    { amount: usd(10n), reason: 'freight' },
    { amount: usd(5n), reason: 'damage' },
  ];
  const line = {
    record: 1,
    kind: 'invoice',
    reference: 'I-1',
    paid: usd(85n),
    deductions,
  } as const;
  expect(remittanceRows([line])).toEqual([
    { reference: 'I-1', paidMinor: 85n, deductionMinor: 15n, reason: 'freight · damage' },
  ]);
});
