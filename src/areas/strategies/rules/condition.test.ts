import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { owed } from '#test/support/account-facts.ts';
import { amountIn, usd } from '#test/support/builders.ts';
import { meetsAll } from './condition.ts';
import type { Condition } from './document.ts';

const on = day('2026-04-10');
const facts = {
  ...owed([
    { due: '2026-04-01', open: '500', disputed: '500' },
    { due: '2026-04-04', open: '100' },
    { due: '2026-05-01', open: '50', currency: 'EUR' },
  ]),
  texts: { kind: ['trade'], state: ['TX'], tag: ['vip', 'seasonal'] },
  score: 70,
  brokenPromises: 2,
  unapplied: [{ currency: currency('USD'), minor: 2000n }],
};

const text = (field: 'state' | 'tag' | 'country' | 'currency', ...values: string[]): Condition => ({
  field,
  test: 'any_of',
  values,
});
const not = (field: 'state' | 'tag' | 'country', ...values: string[]): Condition => ({
  field,
  test: 'none_of',
  values,
});

test.each<[string, Condition, boolean]>([
  ['one of a list is enough', text('state', 'OK', 'tx'), true],
  ['another is not', text('state', 'OK'), false],
  ['one of several tags is enough', text('tag', 'VIP'), true],
  ['a tag that must not be there', not('tag', 'vip'), false],
  ['what is not known is not another', not('country', 'MX'), false],
  ['what it owes in is known by its debts', text('currency', 'EUR'), true],
  ['the score', { field: 'score', test: 'at_least', value: 70 }, true],
  ['broken promises', { field: 'broken_promises', test: 'at_most', value: 1 }, false],
  [
    'days past due are those of what may be asked for',
    { field: 'days_past_due', test: 'at_most', value: 6 },
    true,
  ],
  ['the balance takes credits off', { field: 'balance', test: 'at_most', value: usd('580') }, true],
  ['overdue is gross', { field: 'overdue', test: 'at_least', value: usd('600') }, true],
  [
    'a currency in which nothing is owed meets nothing',
    { field: 'balance', test: 'at_most', value: amountIn('1', 'GBP') },
    false,
  ],
])('%s', (_, condition, holds) => {
  expect(meetsAll([condition], facts, on)).toBe(holds);
});

test('an account without tags is known to have none', () => {
  expect(meetsAll([not('tag', 'vip')], { ...facts, texts: {} }, on)).toBe(true);
});

test('a score that is not known is neither high nor low', () => {
  const unknown = { ...facts, score: null };
  expect(meetsAll([{ field: 'score', test: 'at_most', value: 100 }], unknown, on)).toBe(false);
});
