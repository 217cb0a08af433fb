import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { jsonOf, readableJsonOf } from './neutral-json.ts';

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
