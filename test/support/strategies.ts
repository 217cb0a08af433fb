/** Strategy documents of stories, in judged form; `ladder` is that of case P-21. */
import { day } from '#kernel/day.ts';
import type {
  Condition,
  Step,
  StepAct,
  StrategyDocument,
} from '#areas/strategies/rules/document.ts';
import { usd } from './builders.ts';

/** A step as most are: to whoever pays, without conditions, approved by nobody. */
export function stepOn(
  days: number,
  key: string,
  act: StepAct = 'email',
  told: Partial<Step> = {},
): Step {
  const isTold = act === 'email' || act === 'letter' || act === 'sms';
  return {
    key,
    name: null,
    days,
    act,
    also: [],
    template: isTold ? key : null,
    to: 'billing',
    approval: { kind: 'never' },
    when: [],
    waitDays: null,
    minimum: null,
    escalation: null,
    ...told,
  };
}

const trade: Condition = { field: 'kind', test: 'any_of', values: ['trade'] };

/** L1 after 5 days, L2 after 20, L3 after 40, at least 7 days between notices, from $50. */
export const ladder: StrategyDocument = {
  key: 'ladder',
  name: { en: 'Ladder', es: 'Escalera' },
  company: null,
  inherits: [],
  segment: { order: 10, where: [trade] },
  level: 'account',
  minimum: [usd('50')],
  betweenNotices: 7,
  netCredits: true,
  charges: null,
  steps: [stepOn(5, 'l1'), stepOn(20, 'l2'), stepOn(40, 'l3', 'letter')],
  branches: [],
  vip: [],
  exclusions: [],
  experiment: null,
  examples: [
    {
      name: 'five days late',
      on: day('2026-04-06'),
      given: {
        fields: [{ field: 'kind', values: ['trade'] }],
        numbers: [],
        items: [
          {
            document: 'I-1',
            dueOn: day('2026-04-01'),
            open: usd('600'),
            disputed: usd('0'),
            promisedUntil: null,
          },
        ],
        unapplied: [],
        done: [],
        events: [],
      },
      expect: { step: 'l1', amounts: [usd('600')] },
    },
  ],
};
