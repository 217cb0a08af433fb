import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { answerOf } from '#test/support/builders.ts';
import { departmentBy, mayReturnToDepartment } from './department.ts';

const [rosa, maya, tess] = ['1', '2', '3'].map((no) =>
  id(`00000000-0000-7000-8000-00000000000${no}`),
);

test('issued on 2 February 2026, the Department has it back by 30 September', () => {
  expect(departmentBy(day('2026-02-02'))).toBe('2026-09-30');
});

test('only Title IV money, not cashed, and by a third pair of hands', () => {
  if (!rosa || !maya || !tess) throw new Error('three people');
  const refund = {
    origin: 'title_iv' as const,
    state: 'stale' as const,
    held: null,
    hands: { requestedBy: rosa, approvedBy: [maya], detailsBy: null },
  };
  const may = (more: object, who: typeof rosa | null) =>
    answerOf(mayReturnToDepartment({ ...refund, ...more }, who));
  expect(may({}, tess)).toBe('accepted');
  expect(may({}, rosa)).toBe('refunds.own_request');
  expect(may({}, maya)).toBe('refunds.own_approval');
  expect(may({}, null)).toBe('refunds.only_people_release');
  expect(may({ state: 'cleared' }, tess)).toBe('refunds.not_now cleared');
  expect(may({ origin: 'overpayment' }, tess)).toBe('refunds.not_title_iv');
});
