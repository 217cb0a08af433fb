import { expect, test } from 'vitest';
import { answerOf } from '#test/support/builders.ts';
import { acceptChoice } from './choosing.ts';

test.each`
  count | expected | answer
  ${3}  | ${null}  | ${'accepted'}
  ${3}  | ${3}     | ${'accepted'}
  ${2}  | ${3}     | ${'finding.other_count 3 2'}
  ${0}  | ${3}     | ${'finding.other_count 3 0'}
  ${0}  | ${null}  | ${'finding.no_such_finding'}
  ${0}  | ${0}     | ${'finding.no_such_finding'}
`('$count where $expected were seen: $answer', ({ count, expected, answer }) => {
  expect(answerOf(acceptChoice(count, expected))).toBe(answer);
});
