import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { acceptPair } from './accept-duties.ts';

const [maya, omar] = [1, 2].map((at) => id(`01900000-0000-7000-8000-00000000000${at}`));
const today = day('2026-11-20');

test.each([
  ['another person, for a year', omar, '2027-11-21', true, 'accepted'],
  ['oneself', maya, '2026-12-31', true, 'approvals.duties_own'],
  ['a pair that is not held', omar, '2026-12-31', false, 'approvals.duties_not_held'],
  ['a day that has passed', omar, '2026-11-19', true, 'approvals.duties_until'],
  ['longer than a year', omar, '2027-11-22', true, 'approvals.duties_until'],
])('%s', (_, acceptedBy, untilOn, held, answer) => {
  if (!maya || !acceptedBy) throw new Error('nobody is there');
  const wish = { memberId: maya, acceptedBy, untilOn: day(untilOn) };
  const judged = acceptPair(wish, held, today);
  expect(judged.ok ? 'accepted' : judged.refusal).toBe(answer);
});
