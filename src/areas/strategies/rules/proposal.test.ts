import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { owed } from '#test/support/account-facts.ts';
import { ladder, stepOn } from '#test/support/strategies.ts';
import { decideAccount } from './decide-account.ts';
import { type StepDecision, decisionText } from './decision.ts';
import {
  type Proposal,
  headline,
  isWithdrawn,
  messageKey,
  moveOf,
  stepBehind,
} from './proposal.ts';

function decided(open: string, approval: 'never' | 'always' = 'never'): StepDecision {
  const document = {
    ...ladder,
    steps: [stepOn(5, 'l1', 'email', { approval: { kind: approval } })],
  };
  const facts = owed([{ due: '2026-04-01', open }]);
  const decision = decideAccount(document, facts, day('2026-04-10'));
  if (decision.kind === 'none') throw new Error('no step');
  return decision;
}

const before: Proposal = {
  episode: 'a',
  step: 'l1',
  act: 'email',
  state: 'proposed',
  currency: 'USD',
  amount: 60_000n,
};

test.each([
  ['is new', undefined, 'propose'],
  ['stands as it is', before, 'leave'],
  ['asks for another amount', { ...before, amount: 50_000n }, 'refresh'],
  ['was withdrawn', { ...before, state: 'withdrawn' as const }, 'propose_again'],
  ['was rejected', { ...before, state: 'rejected' as const, amount: 1n }, 'leave'],
  ['was done', { ...before, state: 'done' as const, amount: 1n }, 'leave'],
  ['is on its way', { ...before, state: 'queued' as const, amount: 1n }, 'leave'],
])('a step that %s', (_, proposal, kind) => {
  expect(moveOf(decided('600'), proposal)).toEqual({ kind });
});

test('who approved less approves again', () => {
  const approved = { ...before, state: 'approved' as const };
  expect(moveOf(decided('700', 'always'), approved)).toEqual({ kind: 'propose_again' });
  expect(moveOf(decided('500', 'always'), approved)).toEqual({ kind: 'refresh' });
  expect(moveOf(decided('700'), approved)).toEqual({ kind: 'refresh' });
});

test('what nobody heard of yet is withdrawn when it is no longer decided', () => {
  expect(isWithdrawn(before, null)).toBe(true);
  expect(isWithdrawn(before, decided('600'))).toBe(false);
  expect(isWithdrawn({ ...before, step: 'l0' }, decided('600'))).toBe(true);
  expect(isWithdrawn({ ...before, state: 'queued' }, null)).toBe(false);
  expect(isWithdrawn({ ...before, state: 'queued', act: 'call' }, null)).toBe(true);
  expect(isWithdrawn({ ...before, state: 'done' }, null)).toBe(false);
});

test('a step is listed by its first amount and sent under one key', () => {
  expect(headline(decided('600'))).toEqual({ currency: 'USD', amount: 60_000n });
  expect(messageKey('acc', before)).toBe('strategy/acc/a/l1');
});

test('a step is found behind its proposal until another is decided', () => {
  const decision = decisionText(decided('600'));
  expect(stepBehind({ decision, step: 'l1', episode: 'a' })).toMatchObject({
    dueOn: '2026-04-01',
    also: [],
    items: [['a', 'l1', '60000']],
  });
  expect(stepBehind({ decision, step: 'l2', episode: 'a' })).toBeUndefined();
  expect(stepBehind({ decision: '{"none":[]}', step: 'l1', episode: 'a' })).toBeUndefined();
});
