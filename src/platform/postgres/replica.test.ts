/** A real standby of a real server, which follows, falls behind and goes away. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openDb } from './db.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { openReplica, type Replica, startHeartbeat } from './replica.ts';
import { sql } from './sql.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'dunlin-replica-'));
const first = path.join(home, 'first');
const second = path.join(home, 'second');
let primary: Embedded;
let standby: Embedded;
let db: Db;
let replica: Replica;
const complaints: unknown[] = [];

beforeAll(async () => {
  const before = await startEmbedded(first, { fast: true });
  await migrate(before.url);
  await before.stop();
  // A copy of a stopped server is what a base backup would bring.
  spawnSync('cp', ['-a', first, second]);
  primary = await startEmbedded(first, { fast: true });
  follow(new URL(primary.url));
  standby = await startEmbedded(second, { fast: true });
  db = openDb(primary.url, { asOwner: true, poolSize: 2 });
  replica = openReplica(standby.url, (error) => complaints.push(error));
});

afterAll(async () => {
  await replica.close();
  await db.close();
  await standby.stop();
  await primary.stop();
  rmSync(home, { recursive: true, force: true });
});

function follow({ port, username }: URL): void {
  const password = readFileSync(path.join(first, 'postgres.password'), 'utf8').trim();
  const from = `host=127.0.0.1 port=${port} user=${username} password=${password}`;
  appendFileSync(
    path.join(second, 'postgres/postgresql.auto.conf'),
    `primary_conninfo = '${from}'\n`,
  );
  writeFileSync(path.join(second, 'postgres/standby.signal'), '');
}

test('a replica answers, and says up to which moment it knows', async () => {
  const heartbeat = startHeartbeat(db);
  await expect.poll(() => replica.reader(), { timeout: 10_000 }).toBeDefined();
  const reader = await replica.reader();
  await heartbeat.stop();
  const { late, future } = await db.one(sql<{ late: boolean; future: boolean }>`
    select ${reader?.knownTo} < clock_timestamp() - interval '30 s' as late,
           ${reader?.knownTo} > clock_timestamp() as future`);
  expect({ late, future }).toEqual({ late: false, future: false });
});

test('it follows what is recorded, and may not be written to', async () => {
  await db.run(sql`
    insert into platform.counter (name, value) values ('followed', 7)`);
  const read = async () => {
    const reader = await replica.reader();
    return reader?.db.maybe(sql`select value from platform.counter where name = 'followed'`);
  };
  await expect.poll(read, { timeout: 10_000 }).toEqual({ value: 7n });
  const reader = await replica.reader();
  await expect(
    reader?.db.run(sql`insert into platform.counter (name, value) values ('no', 1)`),
  ).rejects.toThrow(/read-only/u);
});

test('a first server that is no replica is not taken for one', async () => {
  const wrong = openReplica(primary.url, () => undefined);
  expect(await wrong.reader()).toBeUndefined();
  await wrong.close();
});

test('a replica that goes away is not asked, and somebody hears of it', async () => {
  await standby.stop();
  expect(await replica.reader()).toBeUndefined();
  expect(complaints).not.toEqual([]);
});
