/**
 * Migrations: numbered files of plain SQL, forward only, run once and in order.
 *
 * They run as the owner under an advisory lock, each file in its own transaction. A
 * database that a newer program has migrated is refused: an older program would write
 * rows that the newer schema does not expect.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { openDb, type Queries } from './db.ts';
import { sql } from './sql.ts';

const folder = path.join(import.meta.dirname, '../../../db/migrations');
/** Any fixed number; every Dunlin that migrates takes this lock first. */
const lockKey = 74_656_146;
const oldestServer = 150_000;

export type Migration = { readonly name: string; readonly text: string; readonly hash: string };

/** A database that this program must not work on; the message names the remedy. */
export class UnfitDatabase extends Error {}

/**
 * Brings the database at `ownerUrl` to this program's schema, or to the migration `upTo`.
 * Throws UnfitDatabase when the server is older than PostgreSQL 15, when the database was
 * migrated by a newer program, or when a migration that ran has changed since.
 */
export async function migrate(
  ownerUrl: string,
  { upTo }: { readonly upTo?: string | undefined } = {},
): Promise<void> {
  const db = openDb(ownerUrl, { asOwner: true, poolSize: 1 });
  try {
    await refuseOldServer(db);
    await db.run(sql`select pg_advisory_lock(${lockKey})`);
    const known = await readMigrations();
    await db.run(sql`create schema if not exists platform`);
    await db.run(sql`
      create table if not exists platform.migration (
        name   text        primary key,
        hash   text        not null,
        ran_at timestamptz not null default now()
      )`);
    const ran = await db.all(
      sql<{ name: string; hash: string }>`select name, hash from platform.migration order by name`,
    );
    refuseStrangeHistory(known, ran);
    const done = new Set(ran.map((row) => row.name));
    const wanted = known.filter(
      ({ name }) => !done.has(name) && (upTo === undefined || name <= upTo),
    );
    for (const migration of wanted) {
      await db.transaction(async (tx) => {
        await tx.run(sql.raw(migration.text));
        await tx.run(sql`
          insert into platform.migration (name, hash)
          values (${migration.name}, ${migration.hash})`);
      });
    }
    await db.run(sql`select pg_advisory_unlock(${lockKey})`);
  } finally {
    await db.close();
  }
}

/** The program's own migrations in their order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function refuseOldServer(db: Queries): Promise<void> {
  const { version } = await db.one(
    sql<{ version: string }>`select current_setting('server_version_num') as version`,
  );
  if (Number(version) < oldestServer) {
    throw new UnfitDatabase(`PostgreSQL 15 or newer is needed; this server is ${version}`);
  }
}

function refuseStrangeHistory(
  known: readonly Migration[],
  ran: readonly { name: string; hash: string }[],
): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, hash } of ran) {
    const mine = byName.get(name);
    if (!mine) {
      throw new UnfitDatabase(
        `the database was migrated by a newer Dunlin (it has ${name}); start that version instead`,
      );
    }
    if (mine.hash !== hash) {
      throw new UnfitDatabase(
        `migration ${name} was changed after it ran; restore the file as released`,
      );
    }
  }
}
