import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startWorker } from './worker.ts';

const never = 60_000;
const silent = () => undefined;

test('looks at once, again while there is more, and then only when it is woken', async () => {
  let left = 3;
  let rounds = 0;
  const work = async () => {
    rounds += 1;
    left -= 1;
    return left > 0;
  };
  const worker = startWorker({ work, everyMs: never, onError: silent });
  await expect.poll(() => rounds).toBe(3);
  await wait(50);
  expect(rounds).toBe(3);
  worker.wake();
  await expect.poll(() => rounds).toBe(4);
  await worker.stop();
});

test('a call during a round is not lost, and two rounds never run at once', async () => {
  let running = 0;
  let most = 0;
  let rounds = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await wait(20);
    running -= 1;
    rounds += 1;
    return false;
  };
  const worker = startWorker({ work, everyMs: never, onError: silent });
  await wait(5);
  worker.wake();
  worker.wake();
  await expect.poll(() => rounds).toBe(2);
  await wait(50);
  expect({ rounds, most }).toEqual({ rounds: 2, most: 1 });
  await worker.stop();
});

test('a failure is told and does not end it', async () => {
  const errors: unknown[] = [];
  let rounds = 0;
  const work = async () => {
    rounds += 1;
    if (rounds === 1) throw new Error('once');
    return false;
  };
  const worker = startWorker({ work, everyMs: 10, onError: (error) => errors.push(error) });
  await expect.poll(() => rounds).toBeGreaterThan(2);
  await worker.stop();
  expect(errors).toEqual([new Error('once')]);
});

test('stopping waits for the round that runs, and no other follows', async () => {
  let finished = 0;
  const work = async () => {
    await wait(30);
    finished += 1;
    return true;
  };
  const worker = startWorker({ work, everyMs: 1, onError: silent });
  await wait(5);
  await worker.stop();
  expect(finished).toBe(1);
  await wait(50);
  expect(finished).toBe(1);
});
