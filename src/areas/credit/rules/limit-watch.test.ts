import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { findingsOf, usedPercent } from './limit-watch.ts';

const watch = { today: day('2026-11-20'), soon: day('2026-12-20'), percent: 90 };
const calm = { limit: 1000n, exposure: 100n, untilOn: null, reviewOn: null };

test.each([
  { more: {}, found: [] },
  { more: { exposure: 899n }, found: [] },
  { more: { exposure: 900n }, found: ['used'] },
  { more: { exposure: 1000n }, found: ['used'] },
  { more: { exposure: 1001n }, found: ['over'] },
  { more: { limit: 0n, exposure: 1n }, found: ['over'] },
  { more: { limit: 0n, exposure: -1n }, found: [] },
  { more: { untilOn: day('2026-11-19') }, found: ['expired'] },
  { more: { untilOn: day('2026-11-20') }, found: ['expiring'] },
  { more: { untilOn: day('2026-12-21') }, found: [] },
  { more: { reviewOn: day('2026-11-01'), exposure: 2000n }, found: ['over', 'review'] },
])('a limit with $more wants a look for $found', ({ more, found }) => {
  expect(findingsOf({ ...calm, ...more }, watch)).toEqual(found);
});

test('how much is used is rounded down, and nothing of nothing is no figure', () => {
  expect(usedPercent({ limit: 1000n, exposure: 999n })).toBe(99);
  expect(usedPercent({ limit: 0n, exposure: 1n })).toBeNull();
});
