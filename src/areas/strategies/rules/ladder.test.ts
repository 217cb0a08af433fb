import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { owed } from '#test/support/account-facts.ts';
import { ladder, stepOn } from '#test/support/strategies.ts';
import { candidateAbove, ladderOf, mustWait, quietUntil, rankOf, reachedBy } from './ladder.ts';

const rungs = ladderOf(ladder);
const done = (step: string, days: number, on: string) => ({
  itemId: 'a',
  step,
  days,
  episode: 'a',
  on: day(on),
});
const facts = { ...owed([{ due: '2026-04-01', open: '600' }]), lastNoticeOn: day('2026-05-01') };

test('a step that a later version no longer has counts by its days', () => {
  expect(rankOf(rungs, done('l2', 20, '2026-05-01'))).toBe(1);
  expect(rankOf(rungs, done('old', 25, '2026-05-01'))).toBe(1);
  expect(rankOf(rungs, done('old', 2, '2026-05-01'))).toBe(-1);
  expect(rankOf(rungs, done('courtesy', -5, '2026-05-01'))).toBe(-1);
});

test('the furthest step counts, and the latest says when', () => {
  const steps = [done('l2', 20, '2026-05-01'), done('l1', 5, '2026-05-09')];
  expect(reachedBy(rungs, steps)).toEqual({ rank: 1, last: steps[1] });
  expect(reachedBy(rungs, [])).toEqual({ rank: -1, last: null });
});

test('the next step waits for its day, then for the customer to be left alone', () => {
  const candidate = candidateAbove(rungs, 0, facts, day('2026-05-02'));
  if (!candidate) throw new Error('no step');
  const of = { facts, dueOn: day('2026-04-01'), last: done('l1', 5, '2026-05-01') };
  expect(mustWait(ladder, candidate, { ...of, on: day('2026-04-20') })).toEqual({
    code: 'not_late_enough',
    facts: { step: 'l2', on: '2026-04-21' },
  });
  expect(mustWait(ladder, candidate, { ...of, on: day('2026-05-07') })).toEqual({
    code: 'waiting',
    facts: { step: 'l2', on: '2026-05-08' },
  });
  expect(mustWait(ladder, candidate, { ...of, on: day('2026-05-08') })).toBeUndefined();
});

test('what only we see does not wait for the last notice', () => {
  expect(quietUntil(ladder, stepOn(20, 't', 'task'), facts, null)).toBeNull();
  expect(quietUntil(ladder, stepOn(20, 'l2'), facts, null)).toBe('2026-05-08');
  const soon = stepOn(20, 'l2', 'email', { waitDays: 2 });
  expect(quietUntil(ladder, soon, facts, null)).toBe('2026-05-03');
});
