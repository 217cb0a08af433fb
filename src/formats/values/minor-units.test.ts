import { describe, expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { toMinor } from './minor-units.ts';

describe('an exact decimal as whole minor units', () => {
  test.each([
    ['12.34', 2, 1234n],
    ['12.3', 2, 1230n],
    ['12', 0, 12n],
    ['-12.340', 2, -1234n],
    ['1.234', 3, 1234n],
  ])('%s with %i decimals', (text, decimals, minor) => {
    expect(toMinor(decimal(text), decimals, false)).toEqual({ ok: true, minor, rounded: false });
  });

  test('a part of a cent is refused', () => {
    expect(toMinor(decimal('64982.589'), 2, false)).toEqual({
      ok: false,
      problem: 'import.too_many_decimals',
    });
    expect(toMinor(decimal('1.5'), 0, false)).toMatchObject({ ok: false });
  });

  test('a source that computes its amounts is rounded half up, away from zero', () => {
    const round = (text: string): unknown => toMinor(decimal(text), 2, true);
    expect(round('64982.585')).toEqual({ ok: true, minor: 6498259n, rounded: true });
    expect(round('-0.005')).toEqual({ ok: true, minor: -1n, rounded: true });
  });

  test('the noise of a float is no part of a cent', () => {
    expect(toMinor(decimal('8734.710000000001'), 2, false)).toEqual({
      ok: true,
      minor: 873471n,
      rounded: true,
    });
    expect(toMinor(decimal('8734.7099999999991'), 2, false)).toMatchObject({ minor: 873471n });
  });

  test('more than anybody owes is refused', () => {
    expect(toMinor(decimal('9999999999999999.00'), 2, false)).toEqual({
      ok: false,
      problem: 'import.amount_too_large',
    });
  });
});
