/** References that are proved as sets: a broken one is refused as if each row were checked. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { freshDatabase } from '#test/support/db.ts';
import { inBulk, writeBeside } from './bulk.ts';
import { openDb, type Tx } from './db.ts';
import { sql } from './sql.ts';

const known = '01a20000-0000-7000-8000-000000000001';
const unknown = '01a20000-0000-7000-8000-000000000002';

async function eventsOf(name: string) {
  const database = await freshDatabase();
  // The restricted role, as the program works.
  const db = openDb(database.url, { poolSize: 1 });
  await db.run(sql`
    insert into platform.event (event_id, at, name, payload)
    values (${known}, now(), ${name}, '{}')`);
  return {
    db,
    url: database.url,
    heard: async (): Promise<bigint> =>
      (await db.one(sql<{ count: bigint }>`select count(*) from platform.event_heard`)).count,
    async [Symbol.asyncDispose]() {
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

function hear(tx: Tx, eventId: string, listener: string): Promise<number> {
  return tx.run(sql`
    insert into platform.event_heard (event_id, listener) values (${eventId}, ${listener})`);
}

test('rows that refer to what is there are kept', async () => {
  await using story = await eventsOf('test.kept');
  await story.db.transaction((tx) => inBulk(tx, () => hear(tx, known, 'one')));
  expect(await story.heard()).toBe(1n);
});

test('a row that refers to nothing fails the whole transaction, with the key by name', async () => {
  await using story = await eventsOf('test.broken');
  const work = story.db.transaction((tx) =>
    inBulk(tx, async () => {
      await hear(tx, known, 'one');
      await hear(tx, unknown, 'two');
    }),
  );
  await expect(work).rejects.toThrow('event_heard_event_id_fkey of platform.event_heard');
  expect(await story.heard()).toBe(0n);
});

test('the order of rows is free, as long as all is there at the end', async () => {
  await using story = await eventsOf('test.free');
  await story.db.transaction((tx) =>
    inBulk(tx, async () => {
      await hear(tx, unknown, 'one');
      await tx.run(sql`
        insert into platform.event (event_id, at, name, payload)
        values (${unknown}, now(), 'test.later', '{}')`);
    }),
  );
  expect(await story.heard()).toBe(1n);
});

test('after the bulk each row is checked again, in the same transaction and the next', async () => {
  await using story = await eventsOf('test.after');
  const after = story.db.transaction(async (tx) => {
    await inBulk(tx, () => hear(tx, known, 'one'));
    await hear(tx, unknown, 'two');
  });
  await expect(after).rejects.toThrow('event_heard_event_id_fkey');
  await expect(story.db.transaction((tx) => hear(tx, unknown, 'three'))).rejects.toThrow(
    'event_heard_event_id_fkey',
  );
  expect(await story.heard()).toBe(0n);
});

test('where the owner may not put checks off, every row is checked as it is written', async () => {
  await using story = await eventsOf('test.managed');
  const owner = openDb(story.url, { poolSize: 1, asOwner: true });
  const role = `managed_${randomUUID().slice(0, 8)}`;
  await owner.run(sql`create role ${sql.id(role)} nologin`);
  await owner.run(sql`grant create on schema platform to ${sql.id(role)}`);
  await owner.run(sql`alter function platform.check_rows_later() owner to ${sql.id(role)}`);
  try {
    const work = story.db.transaction((tx) =>
      inBulk(tx, async () => {
        await hear(tx, known, 'one');
        await hear(tx, unknown, 'two');
      }),
    );
    await expect(work).rejects.toThrow('violates foreign key constraint');
    expect(await story.heard()).toBe(0n);
  } finally {
    await owner.run(sql`drop owned by ${sql.id(role)}`);
    await owner.run(sql`drop role ${sql.id(role)}`);
    await owner.close();
  }
});

test('where nobody counts what was written, every row is checked as it is written', async () => {
  await using story = await eventsOf('test.uncounted');
  const owner = openDb(story.url, { poolSize: 1, asOwner: true });
  const name = new URL(story.url).pathname.slice(1);
  await owner.run(sql`alter database ${sql.id(name)} set track_counts = off`);
  await owner.close();
  const uncounted = openDb(story.url, { poolSize: 1 });
  const work = uncounted.transaction((tx) => inBulk(tx, () => hear(tx, unknown, 'one')));
  await expect(work).rejects.toThrow('violates foreign key constraint');
  await uncounted.close();
});

test('pieces are written in their order, each while the next is made', async () => {
  const told: string[] = [];
  const make = function* () {
    for (const piece of [1, 2, 3]) {
      told.push(`made ${piece}`);
      yield piece;
    }
  };
  // One connection does one after the other, however many are under way.
  let line = Promise.resolve();
  const after = async (before: Promise<void>, piece: number): Promise<void> => {
    await before;
    await new Promise((resolve) => setTimeout(resolve, 5));
    told.push(`wrote ${piece}`);
  };
  await writeBeside(make(), (piece) => (line = after(line, piece)));
  expect(told).toEqual(['made 1', 'made 2', 'wrote 1', 'made 3', 'wrote 2', 'wrote 3']);
});

test('when a piece cannot be written no further one is, and the reason is told', async () => {
  const wrote: number[] = [];
  const work = writeBeside([1, 2, 3], (piece) => {
    wrote.push(piece);
    return piece === 1 ? Promise.reject(new Error('disk full')) : Promise.resolve();
  });
  await expect(work).rejects.toThrow('disk full');
  expect(wrote).toEqual([1]);
});
