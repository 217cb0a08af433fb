import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, isRoutingNumber } from './routing.ts';

test.each([
  ['021000021', true],
  ['121000248', true],
  ['026073150', true],
  ['021000022', false],
  ['000000000', false],
  ['02100002', false],
  ['O21000021', false],
])('%s is a routing number: %s', (text, answer) => {
  expect(isRoutingNumber(text)).toBe(answer);
});

const eight = fc.stringMatching(/^[0-9]{8}$/u);

test('the check digit proves its own number and finds every single wrong digit', () => {
  fc.assert(
    fc.property(eight, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (digits, at, more) => {
      const whole = `${digits}${checkDigitOf(digits) ?? ''}`;
      const wrong = String((Number(whole[at]) + more) % 10);
      const slip = `${whole.slice(0, at)}${wrong}${whole.slice(at + 1)}`;
      expect(whole === '000000000' || isRoutingNumber(whole)).toBe(true);
      expect(isRoutingNumber(slip)).toBe(false);
    }),
  );
});

test('anything but eight digits has no check digit', () => {
  expect(checkDigitOf('1234567')).toBeUndefined();
  expect(checkDigitOf('1234567x')).toBeUndefined();
});
