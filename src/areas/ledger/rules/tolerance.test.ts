import { describe, expect, test } from 'vitest';
import { currency, money, parseMoney } from '#kernel/money.ts';
import { standardPolicy } from './policy.ts';
import { isSmallDifference } from './tolerance.ts';

describe('the rest of an item after a short payment (case P-13)', () => {
  test.each`
    rest      | of           | in       | small
    ${'4.00'} | ${'800.00'}  | ${'USD'} | ${true}
    ${'4.01'} | ${'800.00'}  | ${'USD'} | ${false}
    ${'5.00'} | ${'2000.00'} | ${'USD'} | ${true}
    ${'5.01'} | ${'2000.00'} | ${'USD'} | ${false}
    ${'5.90'} | ${'1000.00'} | ${'USD'} | ${false}
    ${'0.00'} | ${'800.00'}  | ${'USD'} | ${false}
    ${'1.00'} | ${'800.00'}  | ${'SEK'} | ${false}
  `('$rest of $of $in: small is $small', ({ rest, of, in: code, small }) => {
    const amount = (text: string) => parseMoney(text, currency(code)) ?? money(0n, code);
    expect(isSmallDifference(amount(rest), amount(of), standardPolicy.tolerance)).toBe(small);
  });
});

test('a limit that the currency cannot write closes nothing', () => {
  const policy = { rateBps: 50, most: { JPY: '5.00' } };
  expect(isSmallDifference(money(40n, 'JPY'), money(10_000n, 'JPY'), policy)).toBe(false);
});
