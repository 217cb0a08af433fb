import { expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { usd } from '#test/support/builders.ts';
import { codeKey, contestedAnew, reasonOfShort } from './deduction.ts';

test.each([
  ['nothing was contested before', '182.00', '182.00', '0.00', '182.00'],
  ['the same amount was contested before', '120.00', '120.00', '120.00', '0.00'],
  ['more is kept back than was contested', '200.00', '200.00', '120.00', '80.00'],
  ['the item was paid meanwhile', '182.00', '0.00', '0.00', '0.00'],
  ['less is open than was kept back', '182.00', '100.00', '0.00', '100.00'],
])('where %s, only what is new is contested', (_case, short, open, disputed, anew) => {
  const deduction = { short: usd(short), open: usd(open), disputed: usd(disputed) };
  expect(formatMoney(contestedAnew(deduction))).toBe(anew);
});

test('the customer’s own code goes before what the amount looked like', () => {
  expect(reasonOfShort('unknown', 'damaged')).toBe('damaged');
  expect(reasonOfShort('freight', undefined)).toBe('freight');
  expect(reasonOfShort('unknown', undefined)).toBe('short_paid');
  expect(reasonOfShort(null, undefined)).toBe('short_paid');
});

test('a late discount and a bank’s fee are no claims of the customer', () => {
  expect(reasonOfShort('late_discount', 'price')).toBeUndefined();
  expect(reasonOfShort('bank_fee', undefined)).toBeUndefined();
});

test('a code is known again however it is spaced', () => {
  expect(codeKey('Code-12 ')).toBe(codeKey('CODE 12'));
});
