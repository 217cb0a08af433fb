import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMinor } from '#kernel/money.ts';
import { type DecimalMark, bareAmount, isNoAmount, readAmount } from './amounts.ts';

function read(text: string, mark: DecimalMark): string {
  const reading = readAmount(text, mark);
  if (!reading.ok) return reading.problem;
  const { units, scale } = reading.value;
  const value = formatMinor(units, scale);
  return reading.currency === undefined ? value : `${value} ${reading.currency}`;
}

describe('an amount is read exactly, whatever its marks', () => {
  test.each([
    ['1234.56', '.', '1234.56'],
    ['1,234.56', '.', '1234.56'],
    ['1,234,567.8', '.', '1234567.8'],
    ['12,34,567.00', '.', '1234567.00'],
    ['1.234,56', ',', '1234.56'],
    ['1 234,56', ',', '1234.56'],
    ['1\u00A0234,56', ',', '1234.56'],
    ['1\u202F234,56', ',', '1234.56'],
    ["11'373.94", '.', '11373.94'],
    ['1’234.56', '.', '1234.56'],
    ['.50', '.', '0.50'],
    ['5.', '.', '5'],
    ['007.10', '.', '7.10'],
    ['12345678901234567.89', '.', '12345678901234567.89'],
  ] as const)('%s with %s is %s', (text, mark, value) => {
    expect(read(text, mark)).toBe(value);
  });
});

describe('there are many ways to be negative', () => {
  test.each([
    '-1.50',
    '1.50-',
    '(1.50)',
    '- 1.50',
    '−1.50',
    '–1.50',
    '1.50 CR',
    '1.50CR',
    'CR 1.50',
    '1.50 H',
    '1.50H',
    '($1.50)',
    '-$1.50',
    '$-1.50',
    '$(1.50)',
  ])('%s', (text) => {
    expect(read(text, '.')).toMatch(/^-1\.50/u);
  });

  test.each(['1.50', '+1.50', '1.50 DR', '1.50 S', '$1.50'])('and to be positive: %s', (text) => {
    expect(read(text, '.')).toBe('1.50');
  });

  test('twice negative is unreadable, not positive', () => {
    expect(read('(-1.50)', '.')).toBe('import.amount_unreadable');
    expect(read('-1.50 CR', '.')).toBe('import.amount_unreadable');
  });
});

describe('a currency beside the amount is told when it is one currency’s own', () => {
  test.each([
    ['USD 1,234.50', '1234.50 USD'],
    ['1,234.50 eur', '1234.50 EUR'],
    ['1,234.50MXN', '1234.50 MXN'],
    ['€1,234.50', '1234.50 EUR'],
    ['1,234.50 £', '1234.50 GBP'],
    ['$1,234.50', '1234.50'],
    ['US$ 1,234.50', '1234.50'],
    ['-EUR 5.00', '-5.00 EUR'],
  ])('%s is %s', (text, value) => {
    expect(read(text, '.')).toBe(value);
  });
});

describe('what is no amount is refused', () => {
  test.each([
    ['1.93057E+09', 'import.scientific_notation'],
    ['1e5', 'import.scientific_notation'],
    ['abc', 'import.amount_unreadable'],
    ['1,23,4.00', 'import.amount_unreadable'],
    ['1.2.3', 'import.amount_unreadable'],
    ['12/31/2020', 'import.amount_unreadable'],
    ['5 %', 'import.amount_unreadable'],
    ['10 boxes', 'import.amount_unreadable'],
    ['#REF!', 'import.amount_unreadable'],
  ])('%s', (text, problem) => {
    expect(read(text, '.')).toBe(problem);
  });

  test.each(['', ' ', '-', '--', 'N/A', 'null'])('%j says nothing at all', (text) => {
    expect(isNoAmount(text)).toBe(true);
  });

  test('zero is an amount', () => {
    expect(isNoAmount('0.00')).toBe(false);
  });
});

test('a cell of a megabyte is refused at once', () => {
  for (const filler of [' ', '1', ',', '1 ', '(']) {
    const cell = `${filler.repeat(500_000)}x`;
    expect(isNoAmount(cell)).toBe(false);
    expect(read(cell, '.')).toBe('import.amount_unreadable');
  }
});

test('sign and currency come off, the digits stay', () => {
  expect(bareAmount('(EUR 1.234,56)')).toEqual({
    digits: '1.234,56',
    negative: true,
    currency: 'EUR',
  });
});

test('any amount survives being written with any marks and any sign', () => {
  const forms = [
    [',', '.'],
    ['.', ','],
    [' ', ','],
    ["'", '.'],
    ['', '.'],
  ] as const;
  const signs = [
    (t: string) => `-${t}`,
    (t: string) => `${t}-`,
    (t: string) => `(${t})`,
    (t: string) => `${t} CR`,
  ];
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 15n }),
      fc.constantFrom(...forms),
      fc.option(fc.constantFrom(...signs)),
      (cents, [group, mark], sign) => {
        const [whole = '', fraction = ''] = formatMinor(cents, 2).split('.');
        const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, group) + mark + fraction;
        const reading = readAmount(sign === null ? grouped : sign(grouped), mark);
        const units = sign === null ? cents : -cents;
        expect(reading).toMatchObject({ ok: true, value: { units, scale: 2 } });
      },
    ),
  );
});
