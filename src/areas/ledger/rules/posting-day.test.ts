import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Closed, type Poster, happened, postingDay } from './posting-day.ts';

const nothing: Closed = { softThrough: null, hardThrough: null };
const softly: Closed = { softThrough: day('2026-10-31'), hardThrough: null };
const both: Closed = { softThrough: day('2026-10-31'), hardThrough: day('2026-09-30') };
const states = { nothing, softly, both };

test.each`
  effective       | closed       | poster       | posted
  ${'2020-01-01'} | ${'nothing'} | ${'anybody'} | ${'2020-01-01'}
  ${'2026-11-01'} | ${'softly'}  | ${'anybody'} | ${'2026-11-01'}
  ${'2026-12-24'} | ${'softly'}  | ${'anybody'} | ${'2026-12-24'}
  ${'2026-10-31'} | ${'softly'}  | ${'anybody'} | ${'2026-11-01'}
  ${'2026-10-31'} | ${'softly'}  | ${'trusted'} | ${'2026-10-31'}
  ${'2025-01-01'} | ${'softly'}  | ${'trusted'} | ${'2025-01-01'}
  ${'2026-10-01'} | ${'both'}    | ${'trusted'} | ${'2026-10-01'}
  ${'2026-10-01'} | ${'both'}    | ${'anybody'} | ${'2026-11-01'}
  ${'2026-09-30'} | ${'both'}    | ${'trusted'} | ${'2026-11-01'}
  ${'2026-09-30'} | ${'both'}    | ${'anybody'} | ${'2026-11-01'}
`(
  'with $closed closed a fact of $effective by $poster counts on $posted',
  (row: { effective: string; closed: keyof typeof states; poster: Poster; posted: string }) => {
    expect(postingDay(day(row.effective), states[row.closed], row.poster)).toBe(row.posted);
  },
);

test.each`
  on              | answer
  ${'2026-05-10'} | ${'accepted'}
  ${'2026-05-11'} | ${'accepted'}
  ${'2026-05-12'} | ${'ledger.day_ahead'}
`('what is said on 05-11 to have happened on $on is $answer', ({ on, answer }) => {
  const outcome = happened(day(on), day('2026-05-11'));
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
});
