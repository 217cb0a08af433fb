import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { stands } from './authorisation.ts';

test.each([
  ['2026-09-01', null, '2026-12-01', true],
  ['2026-09-01', '2026-12-01', '2026-12-01', true],
  ['2026-09-01', '2026-11-30', '2026-12-01', false],
  ['2026-12-02', null, '2026-12-01', false],
])('a word given on %s until %s stands on %s: %s', (givenOn, untilOn, on, answer) => {
  const given = { givenOn: day(givenOn), untilOn: untilOn === null ? null : day(untilOn) };
  expect(stands(given, day(on))).toBe(answer);
});
