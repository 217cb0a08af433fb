import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { amountInWords } from './amount-words.ts';

const usd = (cents: bigint) => money(cents, currency('USD'));

test.each([
  [20_000n, 'Two hundred and 00/100'],
  [5n, 'Zero and 05/100'],
  [1_999n, 'Nineteen and 99/100'],
  [
    123_456_789n,
    'One million two hundred thirty-four thousand five hundred sixty-seven and 89/100',
  ],
  [100_000_000n, 'One million and 00/100'],
  [101_310n, 'One thousand thirteen and 10/100'],
  [9_007_199_254_740_993n, expect.stringContaining('Ninety trillion seventy-one billion')],
])('%s cents stand on a check as %s', (cents, words) => {
  expect(amountInWords(usd(cents))).toEqual(words);
});

test('a currency without a fraction has none in words', () => {
  expect(amountInWords(money(1_200n, currency('JPY')))).toBe('One thousand two hundred');
});
