import { expect, test } from 'vitest';
import { printedNumber } from './printed-number.ts';

test.each([
  ['1234567.80', 'en', undefined, '1,234,567.80'],
  ['-1234.50', 'en', undefined, '−1,234.50'],
  ['1234.5', 'es', undefined, '1,234.5'],
  ['12.345', 'en', 1, '12.3'],
  ['90071992547409931.07', 'en', undefined, '90,071,992,547,409,931.07'],
] as const)('%s in %s is printed digit by digit', (value, language, decimals, printed) => {
  expect(printedNumber(value, language, decimals)).toBe(printed);
});
