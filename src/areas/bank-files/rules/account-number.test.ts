import { expect, test } from 'vitest';
import { maskedNumber, numbersMeant, plainNumber } from './account-number.ts';

test.each([
  ['0001-234 567', '1234567', '••4567'],
  ['de89 3704 0044', 'DE8937040044', '••0044'],
  ['000', '', ''],
  ['12', '12', '••12'],
])('%s is %s and is shown as %s', (written, plain, masked) => {
  expect(plainNumber(written)).toBe(plain);
  expect(maskedNumber(written)).toBe(masked);
});

test.each([
  ['0001234567', 'EUR', ['1234567']],
  ['BANKDEFF/0001234567', 'EUR', ['BANKDEFF0001234567', '1234567']],
  [
    '10020030/1234567EUR',
    'EUR',
    ['100200301234567EUR', '100200301234567', '1234567EUR', '1234567'],
  ],
  ['1234567EUR', 'USD', ['1234567EUR']],
  ['100/200', 'USD', ['100200']],
  ['', 'USD', ['']],
])('%s in %s may mean %j', (written, currency, expected) => {
  expect(numbersMeant(written, currency)).toEqual(expected);
});
