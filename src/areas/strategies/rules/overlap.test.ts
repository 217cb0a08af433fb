import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { owed } from '#test/support/account-facts.ts';
import { ladder } from '#test/support/strategies.ts';
import { type Counting, countIn, overlapOf, segmentsOf } from './overlap.ts';

test('accounts are counted by all the segments that would take them', () => {
  const everybody = { ...ladder, key: 'everybody', segment: { order: 90, where: [] } };
  const strategies = [ladder, everybody].map((document) => ({
    key: document.key,
    version: 1,
    document,
    experiment: false,
  }));
  const facts = owed([{ due: '2026-04-01', open: '600' }]);
  const on = day('2026-04-06');
  const student = { ...facts, texts: { ...facts.texts, kind: ['student'] } };
  expect(segmentsOf(strategies, facts, on)).toEqual(['ladder', 'everybody']);
  expect(segmentsOf(strategies, student, on)).toEqual(['everybody']);
  const counting: Counting = new Map();
  countIn(counting, ['ladder', 'everybody'], 'N1');
  countIn(counting, ['ladder', 'everybody'], 'N2');
  countIn(counting, [], 'N3');
  expect(overlapOf(counting)).toEqual({
    accounts: 3,
    inSeveral: 2,
    inNone: 1,
    rows: [
      { takes: 'ladder', also: ['everybody'], accounts: 2, example: 'N1' },
      { takes: null, also: [], accounts: 1, example: 'N3' },
    ],
  });
});
