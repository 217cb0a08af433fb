import { expect, test } from 'vitest';
import { notifier } from './notifying.ts';
import type { Sql } from './sql.ts';
import { compile } from './sql.ts';

/** What each statement sends; the first waits until it is let go. */
function deskOfCalls() {
  const sent: unknown[] = [];
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const told = notifier(async (statement: Sql) => {
    const [, payloads] = compile(statement).values ?? [];
    sent.push(payloads);
    if (sent.length === 1) await held;
  });
  return { sent, letGo: () => letGo(), told };
}

test('what is told while one call is under way goes out together, each once', async () => {
  const { sent, letGo, told } = deskOfCalls();
  told.tell('news', ['a']);
  told.tell('news', ['b', 'c']);
  told.tell('news', ['b']);
  letGo();
  await told.settled();
  expect(sent).toEqual([['a'], ['b', 'c']]);
  told.tell('news', []);
  await told.settled();
  expect(sent).toHaveLength(2);
});

test('a call that fails is nobody else’s failure, and the next one goes out', async () => {
  let tries = 0;
  const told = notifier(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('gone')) : Promise.resolve();
  });
  told.tell('news', ['a']);
  await told.settled();
  told.tell('news', ['b']);
  await told.settled();
  expect(tries).toBe(2);
});
