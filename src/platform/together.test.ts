import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Desk } from './action.ts';
import { makeClock } from './clock.ts';
import { openDb } from './postgres/db.ts';
import { makeTogether } from './together.ts';

/** Rounds that are answered by hand; nothing is asked of the database. */
function rounds(apart?: (asked: string) => readonly string[]) {
  const begun: { asked: readonly string[]; answer: (by: readonly string[]) => void }[] = [];
  const desk: Desk = {
    db: openDb('postgres://nobody@127.0.0.1:1/none'),
    clock: makeClock({ today: day('2026-11-20'), zone: 'America/New_York' }),
  };
  const ask = makeTogether<string, string>({
    most: 3,
    ...(apart ? { apart } : {}),
    answer: (_desk, asked) =>
      new Promise((resolve, reject) => {
        const answer = (by: readonly string[]): void =>
          by[0] === 'broken' ? reject(new Error('broken')) : resolve(by);
        begun.push({ asked, answer });
      }),
  });
  return { begun, ask: (asked: string) => ask(desk, asked) };
}

test('those who come while a round is answered travel together, at most so many', async () => {
  const { begun, ask } = rounds();
  const answers = ['a', 'b', 'c', 'd', 'e'].map(ask);
  expect(begun.map(({ asked }) => asked)).toEqual([['a']]);
  begun[0]?.answer(['A']);
  await expect.poll(() => begun.length).toBe(2);
  expect(begun[1]?.asked).toEqual(['b', 'c', 'd']);
  begun[1]?.answer(['B', 'C', 'D']);
  await expect.poll(() => begun.length).toBe(3);
  begun[2]?.answer(['E']);
  expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E']);
});

test('two that share a word travel one after the other, and nobody overtakes', async () => {
  const { begun, ask } = rounds((asked) => asked.split(''));
  const answers = ['x', 'ab', 'bc', 'cd', 'e'].map(ask);
  begun[0]?.answer(['0']);
  await expect.poll(() => begun.length).toBe(2);
  // `cd` shares nothing with `ab`, yet waits behind `bc`.
  expect(begun[1]?.asked).toEqual(['ab', 'e']);
  begun[1]?.answer(['1', '4']);
  await expect.poll(() => begun.length).toBe(3);
  expect(begun[2]?.asked).toEqual(['bc']);
  begun[2]?.answer(['2']);
  await expect.poll(() => begun.length).toBe(4);
  begun[3]?.answer(['3']);
  expect(await Promise.all(answers)).toEqual(['0', '1', '2', '3', '4']);
});

test('a round that fails fails for its own', async () => {
  const { begun, ask } = rounds();
  const [first, second] = [ask('a'), ask('b')];
  begun[0]?.answer(['broken']);
  await expect(first).rejects.toThrow('broken');
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.answer(['B']);
  expect(await second).toBe('B');
});
