import { expect, test } from 'vitest';
import { hasArrived, pauseAfter, pauses } from './next-try.ts';

test('the pauses grow, and after the last one it is given up', () => {
  expect(pauses.every((pause, index) => index === 0 || pause > (pauses[index - 1] ?? 0))).toBe(
    true,
  );
  expect(pauseAfter(1)).toBe(5);
  expect(pauseAfter(pauses.length)).toBe(86_400);
  expect(pauseAfter(pauses.length + 1)).toBeUndefined();
});

test('only an answer of success says that the news has arrived', () => {
  expect([200, 204, 299].map(hasArrived)).toEqual([true, true, true]);
  expect([199, 301, 404, 410, 500].some(hasArrived)).toBe(false);
});
