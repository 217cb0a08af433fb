import { expect, test } from 'vitest';
import { day } from './day.ts';
import { currency, money } from './money.ts';
import {
  readableFacts,
  shortDay,
  writersIn,
  writtenAmount,
  writtenDay,
  writtenMoney,
  writtenNumber,
  writtenShort,
  writtenWhole,
} from './written.ts';

test.each([
  ['1035.27', 'USD', 'en', '$1,035.27'],
  ['1035.27', 'USD', 'es', '$1,035.27'],
  ['-1234.50', 'USD', 'en', '−$1,234.50'],
  ['0.00', 'USD', 'en', '$0.00'],
  ['1234.50', 'EUR', 'en', '€1,234.50'],
  ['90071992547409931.07', 'USD', 'en', '$90,071,992,547,409,931.07'],
  ['1235', 'JPY', 'en', '¥1,235'],
  ['1.250', 'KWD', 'en', 'KWD 1.250'],
  ['1235', 'CLP', 'es', 'CLP 1,235'],
  ['12.50', 'dollars', 'en', '12.50 dollars'],
] as const)('%s %s is written in %s to its last digit', (text, code, language, written) => {
  expect(writtenAmount(text, code, language)).toBe(written);
});

test('money is written from its minor units', () => {
  expect(writtenMoney(money(103_527n, 'USD'), 'en')).toBe('$1,035.27');
  expect(writtenMoney(money(5n, currency('JPY')), 'es')).toBe('¥5');
});

test.each([
  ['1234567.80', undefined, '1,234,567.80'],
  ['-1234.50', undefined, '−1,234.50'],
  ['12.345', 1, '12.3'],
  ['90071992547409931.07', undefined, '90,071,992,547,409,931.07'],
] as const)('the number %s with %s places is %s', (value, places, written) => {
  expect(writtenNumber(value, 'en', places)).toBe(written);
});

test('figures at a glance are whole or short', () => {
  expect(writtenWhole('1234567.80', 'USD', 'en')).toBe('$1,234,568');
  expect(writtenShort(1_234_567, 'en')).toBe('1.2M');
  expect(writtenShort('-1234567', 'es')).toBe('−1.2 M');
});

test('days are written long in letters and short in tables', () => {
  const on = day('2026-07-01');
  expect([writtenDay(on, 'en'), writtenDay(on, 'es')]).toEqual([
    'July 1, 2026',
    '1 de julio de 2026',
  ]);
  expect([shortDay(on, 'en'), shortDay(on, 'es')]).toEqual(['Jul 1, 2026', '1 jul 2026']);
});

test('a decimal beside a currency is money, one without is a number', () => {
  const writers = writersIn('en');
  expect(readableFacts({ amount: '1035.27', open: '-5.00', currency: 'USD' }, writers)).toEqual({
    amount: '$1,035.27',
    open: '−$5.00',
    currency: 'USD',
  });
  expect(readableFacts({ billed: '1035.27' }, writers)).toEqual({ billed: '1,035.27' });
});

test('what only looks like an amount is left as it came', () => {
  const facts = {
    currency: 'USD',
    number: '100045.01',
    reference: '5001.00',
    percent: '33.25',
    amount: '1234.567',
    rows: '12345',
    count: 12_345,
  };
  expect(readableFacts(facts, writersIn('en'))).toEqual(facts);
});

test('amounts without decimals are known by name, estimates lose theirs, days are named', () => {
  const facts = { amount: '12345', adds: '1234.56', dueOn: '2026-07-27', currency: 'JPY' };
  expect(readableFacts(facts, writersIn('es'))).toEqual({
    amount: '¥12,345',
    adds: '¥1,235',
    dueOn: '27 jul 2026',
    currency: 'JPY',
  });
});
