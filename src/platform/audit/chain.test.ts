import { expect, test } from 'vitest';
import { firstBrokenLink } from './chain.ts';

const whole = [
  { n: 1, prev: '0', hash: 'a' },
  { n: 2, prev: 'a', hash: 'b' },
  { n: 3, prev: 'b', hash: 'c' },
];

test.each([
  [whole, undefined],
  [[], undefined],
  [[...whole.slice(0, 2), { n: 3, prev: 'x', hash: 'c' }], 3],
  [[...whole.slice(0, 1), ...whole.slice(2)], 3],
  [[{ n: 1, prev: '0', hash: 'z' }, ...whole.slice(1)], 2],
])('%j is first broken at %s', (links, at) => {
  expect(firstBrokenLink(links)).toBe(at);
});
