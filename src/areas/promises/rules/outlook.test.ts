import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { usd } from '#test/support/builders.ts';
import { type CountingPromise, type KeptCount, countOn, mondayOf, outlook } from './outlook.ts';

const book = { judged: 8, kept: 6 };
const word = (dueOn: string, part: Partial<CountingPromise> = {}): CountingPromise => ({
  promiseId: id('019b0000-0000-7000-8000-000000000001'),
  dueOn: day(dueOn),
  amount: usd('100'),
  received: usd('0'),
  record: { judged: 0, kept: 0 },
  ...part,
});

test.each<[string, KeptCount, KeptCount, string]>([
  ['a customer of three judged promises by its own record', { judged: 3, kept: 1 }, book, '33.33'],
  ['one of two as the book', { judged: 2, kept: 0 }, book, '75.00'],
  ['one without any as the book', { judged: 0, kept: 0 }, book, '75.00'],
])('%s is counted on', (_case, record, all, sum) => {
  const { expected } = countOn(word('2026-11-27', { record }), all);
  expect(expected && formatMoney(expected)).toBe(sum);
});

test('where no word was ever judged nothing is expected', () => {
  const answer = countOn(word('2026-11-27'), { judged: 0, kept: 0 });
  expect(answer).toMatchObject({ expected: null, basis: 'none', outstanding: usd('100') });
});

test('what came already is not counted again, and more than was promised is not owed', () => {
  const some = countOn(word('2026-11-27', { received: usd('60') }), book);
  expect(some).toMatchObject({ outstanding: usd('40'), expected: usd('30'), basis: 'book' });
  const more = countOn(word('2026-11-27', { received: usd('160') }), book);
  expect(more.outstanding).toEqual(usd('0'));
});

test('a week runs from Monday to Sunday and adds its promises up', () => {
  expect([mondayOf(day('2026-11-23')), mondayOf(day('2026-11-29'))]).toEqual([
    '2026-11-23',
    '2026-11-23',
  ]);
  const weeks = outlook([word('2026-11-30'), word('2026-11-23'), word('2026-11-29')], book);
  expect(weeks).toMatchObject([
    { weekStart: '2026-11-23', weekEnd: '2026-11-29', count: 2, expected: usd('150') },
    { weekStart: '2026-11-30', count: 1, promised: usd('100'), expected: usd('75') },
  ]);
});
