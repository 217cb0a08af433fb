import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { goalsOf } from '../store/goals.ts';
import { setGoals } from './set-goals.ts';

test('many goals are set together, each a fact of its month; one refused refuses all', async () => {
  await using story = await deskOn('2026-07-20');
  const { companyId } = story;
  const goal = {
    companyId,
    memberId: null,
    teamId: null,
    month: day('2026-07-15'),
    metric: 'cash' as const,
    variant: 'received',
    currency: currency('USD'),
    target: 100n,
  };
  const august = { ...goal, month: day('2026-08-01') };
  expect(await story.done((context) => setGoals(context, [goal, august]))).toEqual({ set: 2 });
  const stranger = { ...goal, memberId: companyId };
  const both = await story.act((context) => setGoals(context, [goal, stranger]));
  expect(answerOf(both)).toBe('metrics.no_such_member');
  for (const month of ['2026-07-01', '2026-08-01']) {
    expect(await goalsOf(story.db, 'all', day(month))).toHaveLength(1);
  }
});
