import { expect, test } from 'vitest';
import { freshDatabase } from '#test/support/db.ts';
import { openDb } from './db.ts';
import { keepListening } from './listening.ts';
import { sql } from './sql.ts';

async function open() {
  const database = await freshDatabase();
  const db = openDb(database.url, { poolSize: 2, asOwner: true });
  const listening = keepListening(database.url, 'test_news');
  const heard: string[] = [];
  const deaf = listening.hear((payload) => heard.push(payload));
  return {
    db,
    listening,
    heard,
    deaf,
    async [Symbol.asyncDispose]() {
      await listening.stop();
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

test('hears what is told until it no longer listens', async () => {
  await using news = await open();
  await expect.poll(() => news.heard).toEqual(['']);
  await news.db.run(sql`select pg_notify('test_news', 'one'), pg_notify('other', 'no')`);
  await expect.poll(() => news.heard).toEqual(['', 'one']);
  news.deaf();
  await news.db.run(sql`select pg_notify('test_news', 'two')`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(news.heard).toEqual(['', 'one']);
});

test('connects again after its connection was lost, and says so', async () => {
  await using news = await open();
  await expect.poll(() => news.listening.connected()).toBe(true);
  await news.db.run(sql`
    select pg_terminate_backend(pid)
      from pg_stat_activity
     where datname = current_database()
       and application_name = 'dunlin-listen'`);
  await expect.poll(() => news.listening.connected()).toBe(false);
  await expect.poll(() => news.listening.connected(), { timeout: 5000 }).toBe(true);
  await news.db.run(sql`select pg_notify('test_news', 'after')`);
  await expect.poll(() => news.heard).toEqual(['', '', 'after']);
});

test('stops also where there is no server', async () => {
  const listening = keepListening('postgres://nobody@127.0.0.1:1/none', 'test_news');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(listening.connected()).toBe(false);
  await listening.stop();
});
