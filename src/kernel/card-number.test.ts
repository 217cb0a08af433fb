import { expect, test } from 'vitest';
import { redactCardNumbers } from './card-number.ts';

test.each([
  ['card 4111111111111111 please', 'card ************1111 please', 1],
  ['4111 1111 1111 1111', '************1111', 1],
  ['4111-1111-1111-1111.', '************1111.', 1],
  ['amex 378282246310005', 'amex ***********0005', 1],
  ['4222222222222 and 5555555555554444', '*********2222 and ************4444', 2],
  ['ref 1234567890123456', 'ref 1234567890123456', 0],
  ['4111 1111 1111 1112', '4111 1111 1111 1112', 0],
  ['0000000000000000', '0000000000000000', 0],
  ['41111111111111110000', '41111111111111110000', 0],
  ['call 212-555-0100', 'call 212-555-0100', 0],
  ['', '', 0],
])('%j becomes %j', (text, redacted, found) => {
  expect(redactCardNumbers(text)).toEqual({ text: redacted, found });
});

test('a long text is passed through in time', () => {
  const text = '4 1 '.repeat(50_000);
  expect(redactCardNumbers(text).found).toBe(0);
});
