import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { answerOf } from '#test/support/builders.ts';
import {
  type ComplaintState,
  type ComplaintStep,
  complaintDays,
  isLate,
  stepped,
  stepsFrom,
} from './complaint.ts';

test.each<[ComplaintStep, ComplaintState, string | null, string]>([
  ['acknowledge', 'received', null, 'acknowledged'],
  ['investigate', 'acknowledged', null, 'investigating'],
  ['answer', 'investigating', 'billing_wrong', 'answered'],
  ['answer', 'investigating', null, 'complaint.cause_missing'],
  ['close', 'answered', 'x', 'closed'],
  ['close', 'investigating', 'x', 'complaint.not_now close investigating'],
  ['reopen', 'closed', 'x', 'investigating'],
])('%s of one that is %s (cause: %s) is answered %s', (step, state, cause, answer) => {
  const outcome = stepped(step, state, cause);
  expect(outcome.ok ? outcome.value : answerOf(outcome)).toBe(answer);
});

test('what is severe is answered in half the days', () => {
  const friday = day('2026-11-20');
  const of = { class: 'billing', severity: 'low' } as const;
  expect(complaintDays(of, friday, federalBankCalendar)).toEqual({
    acknowledgeBy: '2026-11-24',
    answerBy: '2026-12-07',
  });
  const severe = { ...of, severity: 'high' } as const;
  expect(complaintDays(severe, friday, federalBankCalendar).answerBy).toBe('2026-11-30');
});

test('what is answered can only be closed or opened again, and a passed day is late', () => {
  expect(stepsFrom('answered')).toEqual(['close', 'reopen']);
  const days = {
    acknowledgeBy: day('2026-11-20'),
    acknowledgedOn: day('2026-11-20'),
    answerBy: day('2026-11-30'),
    answeredOn: null,
  };
  expect(isLate(days, day('2026-11-30'))).toBe(false);
  expect(isLate(days, day('2026-12-01'))).toBe(true);
  expect(isLate({ ...days, acknowledgedOn: null }, day('2026-11-21'))).toBe(true);
});
