import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { nextTry } from './retry.ts';

test('the pauses grow, and after the eighth failure it is not tried again', () => {
  const at = instant('2026-07-20T12:00:00Z');
  expect([1, 2, 3, 7, 8].map((attempts) => nextTry(attempts, at))).toEqual([
    '2026-07-20T12:01:00.000000Z',
    '2026-07-20T12:05:00.000000Z',
    '2026-07-20T12:15:00.000000Z',
    '2026-07-21T00:00:00.000000Z',
    null,
  ]);
});
