import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { acceptShortAnswer, shortReason } from './short.ts';

test.each`
  open     | instalment | offered  | small    | reason
  ${1000n} | ${false}   | ${[]}    | ${false} | ${undefined}
  ${1000n} | ${true}    | ${[]}    | ${false} | ${'missed_instalment'}
  ${20n}   | ${false}   | ${[20n]} | ${true}  | ${'unearned_discount'}
  ${19n}   | ${false}   | ${[20n]} | ${true}  | ${'small_rest'}
  ${400n}  | ${true}    | ${[]}    | ${false} | ${'part_paid'}
`('$open of 1000 left, instalment $instalment: $reason', ({ reason, ...debt }) => {
  expect(shortReason({ amount: 1000n, ...debt })).toBe(reason);
});

test.each`
  answer     | until           | said
  ${'ask'}   | ${null}         | ${'accepted'}
  ${'leave'} | ${null}         | ${'charges.leave_needs_day'}
  ${'leave'} | ${'2026-07-20'} | ${'charges.leave_needs_day'}
  ${'leave'} | ${'2026-07-21'} | ${'accepted'}
  ${'leave'} | ${'2027-07-22'} | ${'charges.leave_too_long'}
`('$answer until $until is $said', ({ answer, until, said }) => {
  const last = until === null ? null : day(until);
  const outcome = acceptShortAnswer(answer, last, day('2026-07-20'));
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(said);
});
