import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { experimentState } from './experiment.ts';

const days = { from: day('2026-07-01'), to: day('2026-09-30') };
const on = { isOn: true, hasChallenger: true };

test.each([
  ['2026-06-30', on, 'waits'],
  ['2026-07-01', on, 'runs'],
  ['2026-09-30', on, 'runs'],
  ['2026-10-01', on, 'over'],
  ['2026-10-01', { ...on, isOn: false }, 'over'],
  ['2026-07-01', { ...on, isOn: false }, 'off'],
  ['2026-07-01', { ...on, hasChallenger: false }, 'no_challenger'],
] as const)('on %s an experiment that is %o is %s', (today, how, state) => {
  expect(experimentState(days, how, day(today))).toBe(state);
});
