/** A backup of a working book, brought back elsewhere; and the folders that are refused. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printProof, proveBook } from '#cli/prove.ts';
import { backup } from '#platform/backup/backup.ts';
import { restore } from '#platform/backup/restore.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { sql } from '#platform/postgres/sql.ts';
import { agingOf } from '#test/support/agings.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { freshDatabase } from '#test/support/db.ts';
import { asOwner, emptyDatabase } from '#test/support/empty-database.ts';
import { dunlin, run } from '#test/support/posting-desk.ts';

const quiet = (): void => undefined;
const home = mkdtempSync(path.join(os.tmpdir(), 'dunlin-backup-'));
const folder = path.join(home, 'taken');

/** What stands in the backup: a receipt that came back, a transfer's worth of history. */
beforeAll(async () => {
  await using desk = await deskOwed1000();
  await desk.receipt(desk.accountId, {
    amount: '400',
    on: '2026-07-15',
    pays: [[desk.invoiceId, '300']],
  });
  await backup(desk.url, folder, quiet);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Opens a database for one look at it, as the program does. */
async function look<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(url, { poolSize: 2 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

test('a restored book is proved and ages as it did', async () => {
  await using database = await freshDatabase();
  await restore(database.url, folder, quiet);
  await look(database.url, async (db) => {
    const { checks } = await proveBook(db);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(await agingOf({ db }, { asOf: '2026-07-20' })).toEqual({
      buckets: ['0.00', '700.00', '0.00', '0.00', '0.00', '0.00'],
      unapplied: '-100.00',
      balance: '600.00',
    });
    expect((await agingOf({ db }, { asOf: '2026-07-14' })).balance).toBe('1000.00');
  });
});

test('by the command line, from one database into another', async () => {
  await using desk = await deskOwed1000();
  await using target = await emptyDatabase(desk.url, 'elsewhere');
  const taken = path.join(home, 'by-command');
  await dunlin({ DATABASE_URL: desk.url }, 'backup', taken);
  const proof = await dunlin({ DATABASE_URL: target.url }, 'restore', taken, '--json');
  expect(JSON.parse(proof)).toMatchObject({ ok: true });
  const again = run('src/cli/main.ts', ['restore', taken, '--json'], { DATABASE_URL: target.url });
  expect(await again.ended).toBe(1);
  expect(JSON.parse(again.out())).toMatchObject({
    refused: { code: 'backup.database_not_empty' },
  });
});

test('a restored book is the same to the last row', async () => {
  await using database = await freshDatabase();
  await restore(database.url, folder, quiet);
  const again = path.join(home, 'again');
  const { tables } = await backup(database.url, again, quiet);
  const before = tablesOf(folder);
  expect(tables.map(({ name, rows }) => [name, rows])).toEqual(
    before.map(({ name, rows }) => [name, rows]),
  );
});

test('a backup of an older schema is brought to the newest', async () => {
  await using database = await freshDatabase();
  await using older = await emptyDatabase(database.url, 'older');
  await using target = await emptyDatabase(database.url, 'target');
  await migrate(older.url, { upTo: '0003-customers.sql' });
  const taken = path.join(home, 'older');
  await backup(older.url, taken, quiet);
  const { migrations } = await restore(target.url, taken, quiet);
  expect(migrations.at(-1)).toBe('0003-customers.sql');
  await look(target.url, async (db) => {
    expect(printProof(await proveBook(db), silent, {})).toBe(0);
  });
});

describe('a backup is refused by name, and nothing is written,', () => {
  test.each([
    ['when a file has changed', changeFile, /ledger\.item\.copy\.gz has changed since/u],
    ['when a file is missing', removeFile, /ledger\.item\.copy\.gz is missing from/u],
    ['when the manifest is missing', removeManifest, /manifest\.json is missing: .* no whole/u],
    ['when the manifest is torn', tearManifest, /manifest\.json is not the manifest/u],
    ['when a newer program took it', fromTheFuture, /newer Dunlin \(it has 9999-later\.sql\)/u],
  ])('%s', async (_when, damage, message) => {
    const copy = mkdtempSync(path.join(home, 'copy-'));
    cpSync(folder, copy, { recursive: true });
    damage(copy);
    await using database = await freshDatabase();
    await using target = await emptyDatabase(database.url, 'target');
    await expect(restore(target.url, copy, quiet)).rejects.toThrow(message);
    expect(await schemasIn(target.url)).toEqual([]);
  });

  test('when the database holds anything', async () => {
    await using desk = await deskOwed1000();
    await expect(restore(desk.url, folder, quiet)).rejects.toThrow(
      /the database is not empty \(\w+\.\w+ has rows\); restore into a new one/u,
    );
    expect((await agingOf(desk, { asOf: '2026-07-20' })).balance).toBe('1000.00');
  });

  test('when the database is further than the backup', async () => {
    await using database = await freshDatabase();
    const copy = mkdtempSync(path.join(home, 'copy-'));
    cpSync(folder, copy, { recursive: true });
    changeManifest(copy, (made) => ({ ...made, migrations: ['0001-platform.sql'] }));
    await expect(restore(database.url, copy, quiet)).rejects.toThrow(
      /the database has the schema of 0002-team\.sql, the backup that of 0001/u,
    );
  });
});

test('a folder with something in it takes no backup', async () => {
  await using database = await freshDatabase();
  await expect(backup(database.url, folder, quiet)).rejects.toThrow(/is not empty; name a new/u);
});

const silent = { print: quiet, complain: quiet, language: 'en' } as const;

type Made = { migrations: string[]; tables: { name: string; rows: number }[] };

function changeManifest(copy: string, change: (made: Made) => object): void {
  const file = path.join(copy, 'manifest.json');
  // Written by the backup of this test.
  const made = JSON.parse(readFileSync(file, 'utf8')) as Made;
  writeFileSync(file, JSON.stringify(change(made)));
}

function tablesOf(of: string): Made['tables'] {
  // Written by the backup of this test.
  return (JSON.parse(readFileSync(path.join(of, 'manifest.json'), 'utf8')) as Made).tables;
}

function changeFile(copy: string): void {
  const file = path.join(copy, 'ledger.item.copy.gz');
  const bytes = readFileSync(file);
  bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function removeFile(copy: string): void {
  rmSync(path.join(copy, 'ledger.item.copy.gz'));
}

function removeManifest(copy: string): void {
  rmSync(path.join(copy, 'manifest.json'));
}

function tearManifest(copy: string): void {
  writeFileSync(path.join(copy, 'manifest.json'), '{"format": "dunlin-ba');
}

function fromTheFuture(copy: string): void {
  changeManifest(copy, (made) => ({ ...made, migrations: [...made.migrations, '9999-later.sql'] }));
}

/** A database beside the fresh one, with no schema at all. */
async function schemasIn(url: string): Promise<string[]> {
  const rows = await asOwner(url, (db) =>
    db.all(sql<{ name: string }>`
      select nspname as name
        from pg_namespace
       where nspname in ('platform', 'team', 'customers', 'ledger')`),
  );
  return rows.map(({ name }) => name);
}
