import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { nextStep } from './next-step.ts';

const friday = {
  again: { days: 3, business: true },
  callback: null,
  chosen: null,
  today: day('2026-11-20'),
  zone: 'America/New_York',
  calendar: federalBankCalendar,
};

test('the outcome brings one back, in business days where it says so', () => {
  expect(nextStep(friday)).toEqual({ kind: 'follow_up', at: '2026-11-25T13:00:00.000000Z' });
  const plain = { ...friday, again: { days: 3, business: false } };
  expect(nextStep(plain).at).toBe('2026-11-23T13:00:00.000000Z');
});

test('a day that was chosen outweighs it, and a moment that was asked for outweighs both', () => {
  const chosen = { ...friday, chosen: day('2026-12-01') };
  expect(nextStep(chosen).at).toBe('2026-12-01T13:00:00.000000Z');
  const asked = { ...chosen, callback: instant('2026-11-23T17:00:00Z') };
  expect(nextStep(asked)).toEqual({ kind: 'callback', at: asked.callback });
});

test('where nothing is to be waited for, nothing is planned', () => {
  expect(nextStep({ ...friday, again: null })).toEqual({ kind: 'none', at: null });
});
