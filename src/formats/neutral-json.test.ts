import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { jsonOf, jsonPieces, readableJsonOf } from './neutral-json.ts';

test('money is a decimal string with its currency beside it, at any depth', () => {
  const said = { account: '1', transactions: [{ record: 2, amount: money(-1250n, 'USD') }] };
  expect(jsonOf(said)).toBe(
    '{"account":"1","transactions":[{"record":2,"amount":"-12.50","currency":"USD"}]}',
  );
  expect(JSON.parse(jsonOf({ amount: money(1250n, 'JPY') }))).toEqual({
    amount: '1250',
    currency: 'JPY',
  });
});

test('a whole number stays exact: a number while JSON readers keep it, else text', () => {
  expect(jsonOf({ total: 5n, hash: 12_345_678_901_234_567_890n })).toBe(
    '{"total":5,"hash":"12345678901234567890"}',
  );
});

test('nothing else is changed', () => {
  expect(readableJsonOf({ a: [1, null, 'x'] })).toBe(
    JSON.stringify({ a: [1, null, 'x'] }, null, 1),
  );
});

test('told in pieces it is the same text, however long a list is', () => {
  const line = (minor: bigint) => ({
    amount: { minor, currency: currency('USD') },
    note: 'a "quote"',
    none: undefined,
  });
  const transactions = Array.from({ length: 400 }, (_, at) => line(BigInt(at)));
  const statement = { opening: { minor: 5n, currency: currency('USD') }, transactions };
  const value = { format: 'bai2', statements: [statement, { transactions: [] }], problems: [] };
  expect([...jsonPieces(value)].join('')).toBe(jsonOf(value));
  expect([...jsonPieces([1n, null])].join('')).toBe('[1,null]');
});
