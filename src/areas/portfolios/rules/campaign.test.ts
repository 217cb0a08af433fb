import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { acceptTerms, isRunning } from './campaign.ts';

const today = day('2026-11-20');
const terms = { name: 'Old debts', text: '', goal: null };

test.each([
  ['2026-11-19', 'portfolios.campaign_day_passed'],
  ['2026-11-20', undefined],
  ['2026-12-20', undefined],
])('a campaign that ends on %s', (endsOn, refusal) => {
  const answer = acceptTerms({ ...terms, endsOn: day(endsOn) }, today);
  expect(answer.ok ? undefined : answer.refusal).toBe(refusal);
});

test.each([
  ['2026-11-20', null, true],
  ['2026-11-19', null, false],
  ['2026-11-25', '2026-11-20', false],
])('one until %s, ended %s, runs: %s', (endsOn, endedOn, runs) => {
  const ended = endedOn === null ? null : day(endedOn);
  expect(isRunning({ endsOn: day(endsOn), endedOn: ended }, today)).toBe(runs);
});
