import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf } from '#test/support/builders.ts';
import { acceptVerdict } from './finding.ts';

test.each`
  state              | note            | until           | answer
  ${'in_work'}       | ${''}           | ${null}         | ${'accepted'}
  ${'accepted'}      | ${''}           | ${'2026-12-31'} | ${'finding.needs_reason'}
  ${'accepted'}      | ${'agreed'}     | ${null}         | ${'finding.needs_day 2026-11-20'}
  ${'accepted'}      | ${'agreed'}     | ${'2026-11-20'} | ${'finding.needs_day 2026-11-20'}
  ${'accepted'}      | ${'agreed'}     | ${'2026-12-31'} | ${'accepted'}
  ${'accepted'}      | ${'agreed'}     | ${'2027-11-22'} | ${'finding.day_too_far 2027-11-22 2027-11-21'}
  ${'not_a_problem'} | ${''}           | ${null}         | ${'finding.needs_reason'}
  ${'not_a_problem'} | ${'two trucks'} | ${null}         | ${'accepted'}
`('$state with "$note" until $until is $answer', ({ state, note, until, answer }) => {
  const verdict = { state, note, until: until === null ? null : day(until) };
  expect(answerOf(acceptVerdict(verdict, day('2026-11-20')))).toBe(answer);
});
