import { expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { inBase } from './base-amount.ts';

test.each`
  minor      | code     | rate          | base
  ${100_000} | ${'EUR'} | ${'1.0800'}   | ${'1080.00'}
  ${1}       | ${'EUR'} | ${'1.5'}      | ${'0.02'}
  ${-1}      | ${'EUR'} | ${'1.5'}      | ${'-0.02'}
  ${15_000}  | ${'JPY'} | ${'0.006731'} | ${'100.97'}
  ${12_345}  | ${'KWD'} | ${'3.25'}     | ${'40.12'}
  ${12_345}  | ${'USD'} | ${'1'}        | ${'123.45'}
`('$minor minor units of $code at $rate are $base', ({ minor, code, rate, base }) => {
  const amount = money(BigInt(minor), code);
  expect(formatMoney(inBase(amount, decimal(rate), currency('USD')))).toBe(base);
});
