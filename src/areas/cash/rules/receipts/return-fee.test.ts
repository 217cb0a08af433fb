import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { amountIn, usd } from '#test/support/builders.ts';
import { fundsWereMissing, policyReturnFee } from './return-fee.ts';

const dollars = currency('USD');
const back = { reason: 'R01', said: '', amount: usd('-750'), again: false };

test.each`
  reason                  | said                            | missing
  ${'R01'}                | ${''}                           | ${true}
  ${'R09'}                | ${''}                           | ${true}
  ${'AM04'}               | ${''}                           | ${true}
  ${'A'}                  | ${''}                           | ${true}
  ${'nsf'}                | ${''}                           | ${true}
  ${'returned'}           | ${'RETURNED CHECK 1042 NSF'}    | ${true}
  ${''}                   | ${'CHEQUE DEVUELTO SIN FONDOS'} | ${true}
  ${'Insufficient funds'} | ${''}                           | ${true}
  ${'R10'}                | ${'NSF RETURNS DEPT'}           | ${false}
  ${'R03'}                | ${''}                           | ${false}
  ${'AC04'}               | ${''}                           | ${false}
  ${'C'}                  | ${'STOP PAYMENT'}               | ${false}
  ${'returned'}           | ${'RETURNED ITEM'}              | ${false}
  ${''}                   | ${'CHARGEBACK'}                 | ${false}
`('"$reason" with "$said": the funds were missing is $missing', ({ reason, said, missing }) => {
  expect(fundsWereMissing({ reason, said })).toBe(missing);
});

test('the fee is the policy’s, once an item, in the company’s own currency', () => {
  expect(policyReturnFee(back, 3500n, dollars)).toEqual(usd('35'));
  expect(policyReturnFee(back, 0n, dollars)).toBeUndefined();
  expect(policyReturnFee({ ...back, again: true }, 3500n, dollars)).toBeUndefined();
  expect(policyReturnFee({ ...back, reason: 'R02' }, 3500n, dollars)).toBeUndefined();
  const euros = { ...back, amount: amountIn('-750', 'EUR') };
  expect(policyReturnFee(euros, 3500n, dollars)).toBeUndefined();
});
