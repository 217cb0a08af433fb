import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { usd } from '#test/support/builders.ts';
import { type OpenPayment, type OutgoingLine, cashedBy } from './cashed.ts';

const one = id('00000000-0000-7000-8000-000000000001');
const payment: OpenPayment = {
  accountId: one,
  refundId: one,
  paymentId: one,
  method: 'check',
  number: '1001',
  amount: usd('200'),
  issuedOn: day('2026-06-20'),
};
const line: OutgoingLine = {
  lineId: one,
  on: day('2026-06-25'),
  amount: usd('200'),
  checkNumber: '0000001001',
  said: [],
};
const found = (of: Partial<OpenPayment>, by: Partial<OutgoingLine>) => {
  const { cleared, differs } = cashedBy([{ ...payment, ...of }], [{ ...line, ...by }]);
  return [cleared.length, differs.length];
};

describe('a line of the bank is a payment', () => {
  test('when it names the check and is for the same amount', () => {
    expect(found({}, {})).toEqual([1, 0]);
    expect(found({}, { checkNumber: '' })).toEqual([0, 0]);
    expect(found({}, { checkNumber: '11001' })).toEqual([0, 0]);
    expect(found({}, { on: day('2026-06-19') })).toEqual([0, 0]);
  });

  test('when it names the trace of the transfer; by its amount alone it is not', () => {
    const ach = { method: 'ach' as const, number: '021000020000001' };
    expect(found(ach, { checkNumber: '', said: ['TRACE 021000020000001'] })).toEqual([1, 0]);
    expect(found(ach, { checkNumber: '', said: ['REFUND'] })).toEqual([0, 0]);
    expect(found(ach, { amount: usd('199'), said: ['021000020000001'] })).toEqual([0, 0]);
  });

  test('a check paid with another amount is named, never cleared', () => {
    expect(found({}, { amount: usd('2000') })).toEqual([0, 1]);
  });

  test('one line is one payment', () => {
    expect(cashedBy([payment, payment], [line]).cleared).toHaveLength(1);
  });
});
