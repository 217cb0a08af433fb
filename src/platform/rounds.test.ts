import { expect, test } from 'vitest';
import { makeRounds } from './rounds.ts';

/** A look that is answered by hand, in the order in which looks began. */
function looks() {
  const begun: ((answer: string) => void)[] = [];
  const broken: ((error: Error) => void)[] = [];
  const look = () =>
    new Promise<string>((resolve, reject) => {
      begun.push(resolve);
      broken.push(reject);
    });
  return { begun, broken, look };
}

test('who asks while a look is under way shares the next, begun after they asked', async () => {
  const ask = makeRounds<string>();
  const { begun, look } = looks();
  const first = ask('key', look);
  const later = [ask('key', look), ask('key', look), ask('key', look)];
  expect(begun).toHaveLength(1);
  begun[0]?.('before');
  expect(await first).toBe('before');
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.('after');
  expect(await Promise.all(later)).toEqual(['after', 'after', 'after']);
});

test('other keys do not wait, and nothing is remembered', async () => {
  const ask = makeRounds<string>();
  const { begun, look } = looks();
  const one = ask('one', look);
  const other = ask('other', look);
  expect(begun).toHaveLength(2);
  begun[0]?.('1');
  begun[1]?.('2');
  expect(await Promise.all([one, other])).toEqual(['1', '2']);
  const again = ask('one', look);
  expect(begun).toHaveLength(3);
  begun[2]?.('3');
  expect(await again).toBe('3');
});

test('a look that fails fails for its askers only', async () => {
  const ask = makeRounds<string>();
  const { begun, broken, look } = looks();
  const first = ask('key', look);
  const second = ask('key', look);
  broken[0]?.(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.('there');
  expect(await second).toBe('there');
});
