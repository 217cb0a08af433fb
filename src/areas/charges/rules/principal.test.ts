import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { stretches } from './principal.ts';

const on = (dayOfJune: number) => day(`2026-06-${String(dayOfJune).padStart(2, '0')}`);
const told = (found: ReturnType<typeof stretches>) =>
  found.map(({ from, to, minor }) => `${from.slice(8)}-${to.slice(8)} ${minor}`).join(', ');

const paid = [{ on: on(11), minor: 400n }];
const all = { from: on(5), to: on(8), minor: null };
const part = { from: on(20), to: null, minor: 100n };

test.each`
  paid                                       | contests  | answer
  ${[]}                                      | ${[]}     | ${'01-30 1000'}
  ${paid}                                    | ${[]}     | ${'01-11 1000, 11-30 600'}
  ${[...paid, { on: on(15), minor: -400n }]} | ${[]}     | ${'01-11 1000, 11-15 600, 15-30 1000'}
  ${[]}                                      | ${[all]}  | ${'01-05 1000, 08-30 1000'}
  ${paid}                                    | ${[part]} | ${'01-11 1000, 11-20 600, 20-30 500'}
  ${[{ on: on(12), minor: 1000n }]}          | ${[]}     | ${'01-12 1000'}
`('a debt of 1000 bears interest: $answer', ({ answer, ...history }) => {
  expect(told(stretches({ minor: 1000n, ...history }, on(1), on(30)))).toBe(answer);
});

test('nothing runs backward', () => {
  expect(stretches({ minor: 1000n, paid, contests: [] }, on(9), on(9))).toEqual([]);
});
