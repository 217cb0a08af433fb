import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText, decimalText } from './cell-text.ts';

describe('a number is written as the sheet shows it', () => {
  test.each([
    [0.1 + 0.2, '0.3'],
    [8734.71, '8734.71'],
    [8734.7099999999991, '8734.71'],
    [1930571429, '1930571429'],
    [-1234.5, '-1234.5'],
    [0, '0'],
    [0.000001, '0.000001'],
    [1e-9, '0.000000001'],
    [1.5e21, '1500000000000000000000'],
    [123456789012345.67, '123456789012346'],
    [9007199254740991, '9007199254740991'],
  ])('%d is %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  test('any amount of cents comes back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e12, max: 9e12 }), (cents) => {
        const digits = String(Math.abs(cents)).padStart(3, '0');
        const text = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(decimalText(Number(text))).toBe(text.replace(/\.?0+$/u, '').replace(/^-0$/u, '0'));
      }),
    );
  });
});

describe('a date is written as a day', () => {
  test.each([
    [Date.UTC(2020, 2, 30), '2020-03-30'],
    [Date.UTC(2020, 2, 30, 14, 5), '2020-03-30 14:05:00'],
    [Date.UTC(2020, 2, 30, 14, 4, 59, 999), '2020-03-30 14:05:00'],
    [Date.UTC(1900, 0, 1), '1900-01-01'],
    [Date.UTC(1899, 11, 31, 12), '12:00:00'],
    [Number.NaN, undefined],
    [Date.UTC(12_000, 0, 1), undefined],
  ])('%d is %s', (time, text) => {
    expect(cellText({ time })).toBe(text);
  });
});

test('text, truth and nothing are written as they are', () => {
  expect([' x ', true, false, null].map(cellText)).toEqual([' x ', 'TRUE', 'FALSE', '']);
});
