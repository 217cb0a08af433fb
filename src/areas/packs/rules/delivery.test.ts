import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { againAt } from './delivery.ts';

const now = instant('2026-11-20T12:00:00.000Z');

test.each([
  [1, '2026-11-20T12:02:00.000000Z'],
  [3, '2026-11-20T13:00:00.000000Z'],
  [5, '2026-11-21T00:00:00.000000Z'],
  [6, null],
])('after %i attempts it is tried again at %s', (attempts, at) => {
  expect(againAt(attempts, now)).toBe(at);
});
