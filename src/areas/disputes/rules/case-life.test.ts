import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf } from '#test/support/builders.ts';
import { type CaseMove, type CaseState, mayDecide, moved, paceOf } from './case-life.ts';

test.each<[CaseMove, CaseState, boolean, string]>([
  ['ask_owner', 'open', true, 'with_owner'],
  ['ask_owner', 'with_customer', true, 'with_owner'],
  ['ask_owner', 'open', false, 'dispute.no_owner'],
  ['ask_customer', 'with_owner', false, 'with_customer'],
  ['take_back', 'with_owner', true, 'open'],
  ['take_back', 'decided', true, 'dispute.decided decided'],
  ['ask_customer', 'closed', true, 'dispute.closed'],
  ['reopen', 'closed', false, 'open'],
  ['reopen', 'with_owner', true, 'dispute.decided with_owner'],
])('%s of a case that is %s (owned: %s) is answered %s', (move, state, owned, answer) => {
  const outcome = moved(move, { state, owned });
  expect(outcome.ok ? outcome.value : answerOf(outcome)).toBe(answer);
});

test('a case is decided once, and not after it ended', () => {
  expect(answerOf(mayDecide({ state: 'with_customer' }))).toBe('accepted');
  expect(answerOf(mayDecide({ state: 'decided' }))).toBe('dispute.decided decided');
  expect(answerOf(mayDecide({ state: 'closed' }))).toBe('dispute.closed');
});

test('a case is late the day after its day to answer, and never once decided', () => {
  const timing = { openedOn: day('2026-11-02'), answerBy: day('2026-11-05') };
  const pace = (state: CaseState, on: string) => paceOf({ ...timing, state }, day(on));
  expect(pace('with_owner', '2026-11-04')).toBe('in_time');
  expect(pace('with_owner', '2026-11-05')).toBe('due');
  expect(pace('with_owner', '2026-11-06')).toBe('late');
  expect(pace('decided', '2026-11-06')).toBe('none');
  expect(paceOf({ ...timing, state: 'open', answerBy: null }, day('2026-11-06'))).toBe('none');
});
