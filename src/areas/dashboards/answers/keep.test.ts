/** Tests of figures that are kept until there is news. */
import { expect, test } from 'vitest';
import { openDb } from '#platform/postgres/db.ts';
import { newId } from '#platform/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { freshDatabase } from '#test/support/db.ts';
import { makeKeeper } from './keep.ts';

async function openKeeper() {
  const database = await freshDatabase();
  const db = openDb(database.url);
  return {
    db,
    tell: () =>
      db.run(sql`
        insert into platform.event (event_id, at, name, account_id, payload)
        values (${newId()}, clock_timestamp(), 'test.told', null, '{}')`),
    async [Symbol.asyncDispose]() {
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** A reading that ends when it is let go. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  let count = 0;
  return {
    letGo: resolve,
    count: () => count,
    read: async () => {
      count += 1;
      const mine = count;
      await promise;
      return mine;
    },
  };
}

const patient = { restMs: 0, staleMs: 20_000, coldMs: 20_000 };

test('figures are read once for all who ask, and again only after news', async () => {
  await using desk = await openKeeper();
  const kept = makeKeeper<number>(patient);
  const reading = held();
  const asked = Promise.all([1, 2, 3].map(() => kept(desk.db, 'all', reading.read)));
  reading.letGo();
  expect((await asked).map((each) => each?.value)).toEqual([1, 1, 1]);
  expect((await kept(desk.db, 'all', reading.read))?.againMs).toBeNull();
  expect(reading.count()).toBe(1);
  await desk.tell();
  expect(await kept(desk.db, 'all', reading.read)).toMatchObject({ value: 2, againMs: null });
});

test('whoever cannot wait is shown the last figures, and told when to ask again', async () => {
  await using desk = await openKeeper();
  const kept = makeKeeper<number>({ ...patient, staleMs: 0 });
  const first = await kept(desk.db, 'all', async () => 1);
  await desk.tell();
  const slow = held();
  const shown = await kept(desk.db, 'all', slow.read);
  expect(shown).toEqual({ ...first, againMs: 300 });
  slow.letGo();
  await expect.poll(() => kept(desk.db, 'all', async () => 3)).toMatchObject({ againMs: null });
});

test('a reading that fails is the failure of who asked, and is tried again', async () => {
  await using desk = await openKeeper();
  const kept = makeKeeper<number>(patient);
  const failing = kept(desk.db, 'all', async () => Promise.reject(new Error('no such table')));
  await expect(failing).rejects.toThrow('no such table');
  expect((await kept(desk.db, 'all', async () => 2))?.value).toBe(2);
});

test('the figures of one book are not those of another', async () => {
  await using desk = await openKeeper();
  const kept = makeKeeper<number>(patient);
  await kept(desk.db, 'one', async () => 1);
  expect((await kept(desk.db, 'other', async () => 2))?.value).toBe(2);
});

test('figures that rest are not read again before their time, and say so', async () => {
  await using desk = await openKeeper();
  const kept = makeKeeper<number>({ ...patient, restMs: 60_000 });
  await kept(desk.db, 'all', async () => 1);
  await desk.tell();
  expect(await kept(desk.db, 'all', async () => 2)).toMatchObject({
    value: 1,
    againMs: expect.any(Number),
  });
});
