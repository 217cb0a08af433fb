import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf } from '#test/support/builders.ts';
import { acceptStart } from './clean-up.ts';

const today = day('2026-11-20');

test.each`
  count | amount    | dueOn           | left  | sum      | answer
  ${0}  | ${null}   | ${'2026-12-15'} | ${12} | ${5000n} | ${'accepted'}
  ${0}  | ${null}   | ${'2026-11-19'} | ${12} | ${5000n} | ${'project.day_has_passed 2026-11-19 2026-11-20'}
  ${0}  | ${null}   | ${'2026-12-15'} | ${0}  | ${0n}    | ${'project.nothing_to_clean'}
  ${99} | ${10000n} | ${'2026-12-15'} | ${12} | ${5000n} | ${'project.target_met_already 12'}
  ${99} | ${4999n}  | ${'2026-12-15'} | ${12} | ${5000n} | ${'accepted'}
`(
  '$left findings of $sum, down to $count: $answer',
  ({ count, amount, dueOn, left, sum, answer }) => {
    const target = { count, amount, dueOn: day(dueOn) };
    expect(answerOf(acceptStart(target, { count: left, amount: sum }, today))).toBe(answer);
  },
);
