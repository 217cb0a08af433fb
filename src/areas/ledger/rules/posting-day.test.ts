import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { happened, postingDay } from './posting-day.ts';

test('a fact counts in the period of its effective day', () => {
  expect(postingDay(day('2026-05-11'))).toBe('2026-05-11');
});

test.each`
  on              | answer
  ${'2026-05-10'} | ${'accepted'}
  ${'2026-05-11'} | ${'accepted'}
  ${'2026-05-12'} | ${'ledger.day_ahead'}
`('what is said on 05-11 to have happened on $on is $answer', ({ on, answer }) => {
  const outcome = happened(day(on), day('2026-05-11'));
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
});
