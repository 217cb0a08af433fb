/**
 * Brings a backup back into an empty database.
 *
 *   manifest ▶ schema known? ▶ every file as it was? ▶ database empty? ▶ schema of the backup
 *            ▶ all tables in one transaction ▶ newer migrations ▶ the caller proves the book
 *
 * Everything that can be refused is refused before the first thing is written.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate, readMigrations } from '../postgres/migrate.ts';
import { type Manifest, UnfitBackup, manifest, manifestName } from './manifest.ts';

/**
 * Restores; answers the manifest. Throws UnfitBackup, with nothing written, when the folder is
 * no whole backup or was taken by a newer program, or when the database holds anything.
 */
export async function restore(
  ownerUrl: string,
  folder: string,
  progress: (line: string) => void,
): Promise<Manifest> {
  const made = await readManifest(folder);
  await refuseNewer(made);
  for (const table of made.tables) await checkFile(folder, table);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'dunlin-restore' });
  await client.connect();
  try {
    await refuseFull(client, made);
    await migrate(ownerUrl, { upTo: made.migrations.at(-1) });
    await load(client, folder, made, progress);
  } finally {
    await client.end();
  }
  await migrate(ownerUrl);
  return made;
}

async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, manifestName);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UnfitBackup('backup.not_whole', `${file} is missing: ${folder} is no whole backup`);
  }
  const parsed = manifest.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new UnfitBackup('backup.not_whole', `${file} is not the manifest of a backup`);
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function refuseNewer({ migrations }: Manifest): Promise<void> {
  const known = new Set((await readMigrations()).map(({ name }) => name));
  const strange = migrations.find((name) => !known.has(name));
  if (strange === undefined) return;
  throw new UnfitBackup(
    'backup.newer_schema',
    `the backup was taken by a newer Dunlin (it has ${strange}); restore it with that version`,
  );
}

async function checkFile(folder: string, table: Manifest['tables'][number]): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path.join(folder, table.file))) hash.update(piece);
  } catch {
    throw new UnfitBackup('backup.not_whole', `${table.file} is missing from ${folder}`);
  }
  if (hash.digest('hex') !== table.sha256) {
    throw new UnfitBackup(
      'backup.changed',
      `${table.file} has changed since the backup was taken; use another copy of it`,
    );
  }
}

/** A database with rows, or one that is already further than the backup. */
async function refuseFull(client: pg.Client, made: Manifest): Promise<void> {
  const remedy = 'restore into a new one (DATABASE_URL or DUNLIN_DATA)';
  for (const { name } of made.tables) {
    if (!(await exists(client, name))) continue;
    const { rows } = await client.query(`select from ${name} limit 1`);
    if (rows.length === 0) continue;
    throw new UnfitBackup(
      'backup.database_not_empty',
      `the database is not empty (${name} has rows); ${remedy}`,
    );
  }
  if (!(await exists(client, 'platform.migration'))) return;
  const last = made.migrations.at(-1) ?? '';
  const ran = await client.query<{ name: string }>(
    'select name from platform.migration where name > $1 order by name limit 1',
    [last],
  );
  const further = ran.rows[0]?.name;
  if (further === undefined) return;
  throw new UnfitBackup(
    'backup.database_not_empty',
    `the database has the schema of ${further}, the backup that of ${last}; ${remedy}`,
  );
}

async function exists(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    'select to_regclass($1) is not null as there',
    [table],
  );
  return rows[0]?.there ?? false;
}

async function load(
  client: pg.Client,
  folder: string,
  made: Manifest,
  progress: (line: string) => void,
): Promise<void> {
  await client.query('begin');
  for (const { name, columns, file, rows } of made.tables) {
    const statement = copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`);
    const source = createReadStream(path.join(folder, file));
    await pipeline(source, createGunzip(), client.query(statement));
    if (statement.rowCount !== rows) {
      const message = `${file}: expected ${rows} rows, got ${statement.rowCount}`;
      throw new UnfitBackup('backup.changed', message);
    }
    progress(`${name}: ${rows} rows`);
  }
  await client.query('commit');
  await client.query('analyze');
}
