/**
 * Brings a backup back into an empty database.
 *
 * Every file is checked against its hash before the first row is written; all tables are
 * loaded in one transaction at the schema the backup was taken from, and only then the newer
 * migrations run. The caller proves the ledger afterwards.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../postgres/migrate.ts';
import { type Manifest, UnfitBackup, manifest, manifestName } from './manifest.ts';

/**
 * Restores; answers the manifest. Throws UnfitBackup when the folder is no whole backup, a file
 * has changed, or the database already holds companies.
 */
export async function restore(
  ownerUrl: string,
  folder: string,
  progress: (line: string) => void,
): Promise<Manifest> {
  const made = await readManifest(folder);
  for (const table of made.tables) await checkFile(folder, table);
  await migrate(ownerUrl, { upTo: made.migrations.at(-1) });
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'dunlin-restore' });
  await client.connect();
  try {
    await refuseFull(client);
    await client.query('begin');
    for (const table of made.tables) {
      const statement = copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`);
      const file = createReadStream(path.join(folder, table.file));
      await pipeline(file, createGunzip(), client.query(statement));
      if (statement.rowCount !== table.rows) {
        throw new UnfitBackup(`${table.file}: expected ${table.rows} rows, got ${statement.rowCount}`);
      }
      progress(`${table.name}: ${table.rows} rows`);
    }
    await client.query('commit');
    await client.query('analyze');
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
    throw new UnfitBackup(`${file} is missing: ${folder} is not a whole backup`);
  }
  const parsed = manifest.safeParse(JSON.parse(text));
  if (!parsed.success) throw new UnfitBackup(`${file} is not the manifest of a backup`);
  return parsed.data;
}

async function checkFile(folder: string, table: Manifest['tables'][number]): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path.join(folder, table.file))) hash.update(piece);
  } catch {
    throw new UnfitBackup(`${table.file} is missing from ${folder}`);
  }
  if (hash.digest('hex') !== table.sha256) {
    throw new UnfitBackup(`${table.file} has changed since the backup was taken`);
  }
}

async function refuseFull(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ full: boolean }>(
    'select exists (select from team.company) as full',
  );
  if (rows[0]?.full) {
    throw new UnfitBackup('the database is not empty; restore into a new one (DATABASE_URL or DUNLIN_DATA)');
  }
}
