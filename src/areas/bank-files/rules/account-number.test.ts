import { expect, test } from 'vitest';
import { maskedNumber, plainNumber } from './account-number.ts';

test.each([
  ['0001-234 567', '1234567', '••4567'],
  ['de89 3704 0044', 'DE8937040044', '••0044'],
  ['000', '', ''],
  ['12', '12', '••12'],
])('%s is %s and is shown as %s', (written, plain, masked) => {
  expect(plainNumber(written)).toBe(plain);
  expect(maskedNumber(written)).toBe(masked);
});
