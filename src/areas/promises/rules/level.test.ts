import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id, composeId } from '#kernel/ids.ts';
import { promiseLevel } from './level.ts';
import { type PromiseState } from './promise.ts';

const [a, b] = [composeId(1, 0, 0, 1), composeId(1, 0, 0, 2)];
const earlier = (state: PromiseState, madeOn: string, ...itemIds: Id[]) => ({
  state,
  madeOn: day(madeOn),
  itemIds,
});

describe('the level of a promise for invoice A', () => {
  test.each`
    before                                                                       | level
    ${[]}                                                                        | ${1}
    ${[earlier('broken', '2026-01-01', a)]}                                      | ${2}
    ${[earlier('broken', '2026-01-01', a), earlier('partly', '2026-02-01', a)]}  | ${3}
    ${[earlier('broken', '2026-01-01', b)]}                                      | ${1}
    ${[earlier('broken', '2026-01-01', a, b)]}                                   | ${2}
    ${[earlier('broken', '2026-01-01')]}                                         | ${2}
    ${[earlier('withdrawn', '2026-01-01', a), earlier('open', '2026-02-01', a)]} | ${1}
    ${[earlier('superseded', '2026-01-01', a)]}                                  | ${1}
    ${[earlier('kept', '2026-02-01', a), earlier('broken', '2026-01-01', a)]}    | ${1}
    ${[earlier('kept', '2026-02-01', a), earlier('broken', '2026-03-01', a)]}    | ${2}
  `('after $before.length earlier ones it is $level', ({ before, level }) => {
    expect(promiseLevel([a], before)).toBe(level);
  });
});

test('a promise on the whole account follows every broken one', () => {
  expect(promiseLevel([], [earlier('broken', '2026-01-01', b)])).toBe(2);
});
