import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { planReasons } from './plan-reasons.ts';
import type { PlanFact } from './work.ts';

const plan = (state: PlanFact['state'], cureUntil: string | null = null): PlanFact => ({
  state,
  amount: money(33_334n, currency('USD')),
  dueOn: day('2026-03-31'),
  cureUntil: cureUntil === null ? null : day(cureUntil),
});

test('an account without a plan has no reason of one', () => {
  expect(planReasons({ plans: [] })).toEqual([]);
});

test.each`
  fact                              | kind               | mend
  ${plan('breached', '2026-04-16')} | ${'plan_breached'} | ${'yes'}
  ${plan('breached')}               | ${'plan_breached'} | ${'no'}
  ${plan('late')}                   | ${'plan_late'}     | ${'no'}
  ${plan('due')}                    | ${'plan_due'}      | ${'no'}
`('a plan that is $fact.state is $kind, to be mended: $mend', ({ fact, kind, mend }) => {
  const facts = { amount: '333.34', currency: 'USD', dueOn: '2026-03-31', mend };
  expect(planReasons({ plans: [fact] })).toMatchObject([{ kind, phrase: `reason.${kind}`, facts }]);
});
