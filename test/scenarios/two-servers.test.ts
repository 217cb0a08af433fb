/** Several server processes on one database, and databases on which none will work. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { freshDatabase } from '#test/support/db.ts';

const main = path.join(import.meta.dirname, '../../src/server/main.ts');
const data = mkdtempSync(path.join(os.tmpdir(), 'dunlin-two-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

type Server = { readonly child: ChildProcess; readonly said: () => string };

function start(url: string, settings: Record<string, string> = {}): Server {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      DUNLIN_DATA: data,
      DUNLIN_SEED: 'none',
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece) => (text += String(piece)));
  }
  return { child, said: () => text };
}

async function addressOf({ said }: Server): Promise<string> {
  await expect.poll(said, { timeout: 60_000 }).toContain('Dunlin is ready');
  return /http:\S+/u.exec(said())?.[0] ?? '';
}

async function stop({ child }: Server): Promise<number | null> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function ended({ child }: Server): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

test('two servers share one database, also when both start on an empty one', async () => {
  await using database = await freshDatabase();
  const owner = openDb(database.url, { asOwner: true, poolSize: 1 });
  await owner.run(sql`drop schema if exists pgboss cascade`);
  await owner.close();
  const servers = [start(database.url), start(database.url)];
  for (const server of servers) {
    const health = await fetch(`${await addressOf(server)}/healthz`);
    expect(health.status).toBe(200);
  }
  const codes = await Promise.all(servers.map(stop));
  expect(codes).toEqual([0, 0]);
  const told = servers.filter(({ said }) => said().includes('Administrator, administrator'));
  expect(told, 'only one of them made the first person').toHaveLength(1);
  const db = openDb(database.url, { poolSize: 1 });
  expect(await db.all(sql`select name from team.member`)).toEqual([{ name: 'Administrator' }]);
  await db.close();
});

test('a database of a newer program is refused with a clear line', async () => {
  await using database = await freshDatabase();
  const owner = openDb(database.url, { asOwner: true, poolSize: 1 });
  await owner.run(sql`
    insert into platform.migration (name, hash) values ('9999-from-the-future.sql', 'x')`);
  await owner.close();
  const server = start(database.url);
  expect(await ended(server)).toBe(1);
  expect(server.said()).toBe(
    'Dunlin cannot use this database: the database was migrated by a newer Dunlin ' +
      '(it has 9999-from-the-future.sql); start that version instead.\n',
  );
});

test('a server that is away and a port that is taken are said in one line', async () => {
  const away = start('postgres://nobody@127.0.0.1:1/none');
  expect(await ended(away)).toBe(1);
  expect(away.said()).toMatch(/^Dunlin cannot start: .*ECONNREFUSED.*\n$/u);

  await using database = await freshDatabase();
  const first = start(database.url);
  const { port } = new URL(await addressOf(first));
  const second = start(database.url, { PORT: port });
  expect(await ended(second)).toBe(1);
  expect(second.said()).toContain('choose one: PORT=4001 npm start');

  // Said before a first start takes its time for a company that nobody will see.
  await using empty = await freshDatabase();
  const third = start(empty.url, { PORT: port, DUNLIN_SEED: 'demo' });
  expect(await ended(third)).toBe(1);
  expect(third.said()).toContain('choose one: PORT=4001 npm start');
  expect(third.said()).not.toContain('First start');
  expect(await stop(first)).toBe(0);
});

test('every wrong setting is said at once', async () => {
  const server = start('nonsense', { PORT: 'x', DUNLIN_TODAY: 'tomorrow' });
  expect(await ended(server)).toBe(1);
  expect(server.said().trim().split('\n')).toHaveLength(4);
});
