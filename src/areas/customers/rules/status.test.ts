import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type AccountStatus, acceptStatus } from './status.ts';

const today = day('2026-11-20');

test.each`
  status        | effectiveOn     | inForce       | answer
  ${'bankrupt'} | ${'2026-11-20'} | ${'open'}     | ${'accepted'}
  ${'bankrupt'} | ${'2026-10-01'} | ${'open'}     | ${'accepted'}
  ${'open'}     | ${'2026-11-20'} | ${'bankrupt'} | ${'accepted'}
  ${'bankrupt'} | ${'2026-11-21'} | ${'open'}     | ${'customers.status_in_future'}
  ${'bankrupt'} | ${'2026-11-20'} | ${'bankrupt'} | ${'customers.status_unchanged'}
`(
  '$status from $effectiveOn on an account that is $inForce is $answer',
  (row: { status: AccountStatus; effectiveOn: string; inForce: AccountStatus; answer: string }) => {
    const wish = { status: row.status, effectiveOn: day(row.effectiveOn) };
    const outcome = acceptStatus(wish, row.inForce, today);
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(row.answer);
  },
);
