import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Desk, perform } from '#platform/action.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { keepListening } from '#platform/postgres/listening.ts';
import { sql } from '#platform/postgres/sql.ts';
import { freshDatabase } from '#test/support/db.ts';
import { deliverNext, startDispatcher } from './dispatcher.ts';
import type { Listener } from './listener.ts';

async function openNews() {
  const database = await freshDatabase();
  const db = openDb(database.url, { poolSize: 6 });
  const now = () => instant(new Date().toISOString());
  const desk: Desk = { db, clock: { today: () => day('2026-11-20'), now } };
  return {
    desk,
    db,
    url: database.url,
    tell: (name: string, count = 1) => tell(desk, name, count),
    async [Symbol.asyncDispose]() {
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function tell(desk: Desk, name: string, count: number): Promise<void> {
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.told', actor, reason: 'for the test', input: null };
  const outcome = await perform(desk, doing, async (context) => {
    for (let index = 0; index < count; index += 1) {
      await context.tell({ name, accountId: null, payload: { index } });
    }
    return accept(null);
  });
  accepted(outcome);
}

/** Does something that would show if it were done twice: raises a counter. */
function counting(listener: string, event = 'test.happened'): Listener {
  return {
    event,
    listener,
    hear: async ({ tx }) => {
      await tx.run(sql`
        insert into platform.counter (name, value) values (${listener}, 1)
        on conflict (name) do update set value = counter.value + 1`);
    },
  };
}

async function countOf(db: Db, listener: string): Promise<bigint> {
  const row = await db.maybe(sql<{ value: bigint }>`
    select value from platform.counter where name = ${listener}`);
  return row?.value ?? 0n;
}

async function waiting(db: Db): Promise<{ tries: number; problem: string | null }[]> {
  return db.all(sql<{ tries: number; problem: string | null }>`
    select tries, problem from platform.event_waiting`);
}

const silent = () => undefined;

test('each listener of an event hears it once, and only its own events', async () => {
  await using news = await openNews();
  const listeners = [counting('test.one'), counting('test.two'), counting('test.no', 'test.else')];
  await news.tell('test.happened', 3);
  while (await deliverNext(news.desk, listeners, silent));
  expect(await countOf(news.db, 'test.one')).toBe(3n);
  expect(await countOf(news.db, 'test.two')).toBe(3n);
  expect(await countOf(news.db, 'test.no')).toBe(0n);
  expect(await waiting(news.db)).toEqual([]);
});

test('an event that nobody hears does not wait', async () => {
  await using news = await openNews();
  await news.tell('test.unheard');
  expect(await deliverNext(news.desk, [], silent)).toBe(true);
  expect(await waiting(news.db)).toEqual([]);
});

test('a listener that throws leaves nothing, holds up no other and hears again later', async () => {
  await using news = await openNews();
  let broken = true;
  const good = counting('test.good');
  const moody = counting('test.moody');
  const listeners: Listener[] = [
    {
      ...moody,
      hear: async (context, event) => {
        await moody.hear(context, event);
        if (broken) throw new Error('not today');
      },
    },
    good,
  ];
  const errors: unknown[] = [];
  await news.tell('test.happened');
  await deliverNext(news.desk, listeners, (error) => errors.push(error));
  expect(await countOf(news.db, 'test.moody')).toBe(0n);
  expect(await countOf(news.db, 'test.good')).toBe(1n);
  expect(await waiting(news.db)).toEqual([{ tries: 1, problem: 'test.moody: not today' }]);
  expect(errors).toHaveLength(1);

  expect(await deliverNext(news.desk, listeners, silent)).toBe(false);
  broken = false;
  await news.db.run(sql`update platform.event_waiting set next_try = clock_timestamp()`);
  await deliverNext(news.desk, listeners, silent);
  expect(await countOf(news.db, 'test.moody')).toBe(1n);
  expect(await countOf(news.db, 'test.good')).toBe(1n);
  expect(await waiting(news.db)).toEqual([]);
});

test('after twenty tries an event stays with its problem and is not tried again', async () => {
  await using news = await openNews();
  const hear = () => Promise.reject(new Error('never'));
  const listeners: Listener[] = [{ event: 'test.happened', listener: 'test.never', hear }];
  await news.tell('test.happened');
  await news.db.run(sql`update platform.event_waiting set tries = 19`);
  await deliverNext(news.desk, listeners, silent);
  const rows = await news.db.all(sql`
    select tries, next_try = 'infinity' as given_up from platform.event_waiting`);
  expect(rows).toEqual([{ tries: 20, given_up: true }]);
});

test('several dispatchers at once deliver each event exactly once, and soon', async () => {
  await using news = await openNews();
  const listening = keepListening(news.url, 'dunlin_event');
  await expect.poll(() => listening.connected()).toBe(true);
  const errors: unknown[] = [];
  const listeners = [counting('test.one')];
  const dispatchers = [1, 2].map(() =>
    startDispatcher(news.desk, listeners, listening, (error) => errors.push(error)),
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  await news.tell('test.happened', 30);
  await expect.poll(() => waiting(news.db), { timeout: 5000 }).toEqual([]);
  await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
  await listening.stop();
  expect(await countOf(news.db, 'test.one')).toBe(30n);
  expect(errors).toEqual([]);
});

/** A process of its own that delivers slowly and says when it is in the middle. */
function slowDispatcher(url: string): ChildProcess {
  const program = `
    import { openDb } from '#platform/postgres/db.ts';
    import { sql } from '#platform/postgres/sql.ts';
    import { deliverNext } from '#platform/events/dispatcher.ts';
    const db = openDb(${JSON.stringify(url)});
    const now = () => new Date().toISOString();
    const hear = async ({ tx }) => {
      await tx.run(sql\`
        insert into platform.counter (name, value) values ('test.one', 1)
        on conflict (name) do update set value = counter.value + 1\`);
      process.stdout.write('in the middle');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    };
    const listeners = [{ event: 'test.happened', listener: 'test.one', hear }];
    const desk = { db, clock: { today: () => '2026-11-20', now } };
    await deliverNext(desk, listeners, console.error);`;
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('what a dispatcher that is killed had begun is done once by the next one', async () => {
  await using news = await openNews();
  await news.tell('test.happened');
  const child = slowDispatcher(news.url);
  if (!child.stdout) throw new Error('no output');
  await once(child.stdout, 'data');
  const listeners = [counting('test.one')];
  expect(await deliverNext(news.desk, listeners, silent)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await expect.poll(() => deliverNext(news.desk, listeners, silent), { timeout: 5000 }).toBe(true);
  expect(await countOf(news.db, 'test.one')).toBe(1n);
  expect(await waiting(news.db)).toEqual([]);
});
