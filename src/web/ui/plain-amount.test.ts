/** Amounts as people type them. */
import { describe, expect, test } from 'vitest';
import { readAmount } from './plain-amount.ts';

describe('an amount as typed', () => {
  test.each([
    ['68000', '68000'],
    ['68,000', '68000'],
    ['$68,000.50', '68000.50'],
    ['1.250,10', '1250.10'],
    ['1,250.10', '1250.10'],
    ['1.234.567', '1234567'],
    ['412,5', '412.5'],
    ['68k', '68000'],
    ['\u22121,400.00', '-1400.00'],
    ['007', '7'],
    ['.50', '0.50'],
  ])('%s is %s', (text, amount) => {
    expect(readAmount(text, 2)).toBe(amount);
  });

  test.each(['', 'ten', '1,23,4', '12.345', '1.2.3', '68.5k', '12,3456'])(
    '%s is no amount, rather than a guess',
    (text) => {
      expect(readAmount(text, 2)).toBeUndefined();
    },
  );

  test('yen have no decimals', () => {
    expect(readAmount('1250.10', 0)).toBeUndefined();
    expect(readAmount('1250', 0)).toBe('1250');
  });
});
