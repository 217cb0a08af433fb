/**
 * Takes a consistent copy of the whole book while the desk works on.
 *
 * One read-only transaction sees one moment; every table is written as compressed COPY text
 * with its hash, the manifest last, so a folder with a manifest is a whole backup. It works
 * the same on the embedded database and on any PostgreSQL.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { openDb } from '../postgres/db.ts';
import { sql } from '../postgres/sql.ts';
import { type Manifest, UnfitBackup, manifestName } from './manifest.ts';
import { type Table, tablesInOrder } from './tables.ts';

/**
 * Writes the backup into a new or empty folder and answers its manifest.
 * Throws UnfitBackup when the folder holds anything already.
 */
export async function backup(
  ownerUrl: string,
  folder: string,
  progress: (line: string) => void,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    const message = `${folder} is not empty; name a new folder for each backup`;
    throw new UnfitBackup('backup.folder_not_empty', message);
  }
  const db = openDb(ownerUrl, { asOwner: true, poolSize: 1 });
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'dunlin-backup' });
  await client.connect();
  try {
    const tables = await tablesInOrder(db);
    const names = await db.all(
      sql<{ name: string }>`select name from platform.migration order by name`,
    );
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ now: Date }>('select now()');
    const written: Manifest['tables'] = [];
    for (const table of tables) {
      const file = await writeTable(client, table, folder);
      written.push(file);
      progress(`${table.name}: ${file.rows} rows`);
    }
    await client.query('commit');
    const made: Manifest = {
      format: 'dunlin-backup-1',
      takenAt: (rows[0]?.now ?? new Date()).toISOString(),
      migrations: names.map(({ name }) => name),
      tables: written,
    };
    await writeFile(path.join(folder, manifestName), `${JSON.stringify(made, null, 1)}\n`);
    return made;
  } finally {
    await client.end();
    await db.close();
  }
}

async function writeTable(
  client: pg.Client,
  table: Table,
  folder: string,
): Promise<Manifest['tables'][number]> {
  const file = `${table.name}.copy.gz`;
  const statement = copyTo(`copy ${table.name} (${table.columns.join(', ')}) to stdout`);
  const source = client.query(statement);
  const hash = createHash('sha256');
  const tap = new PassThrough();
  tap.on('data', (piece: Buffer) => void hash.update(piece));
  await pipeline(
    source,
    createGzip({ level: 1 }),
    tap,
    createWriteStream(path.join(folder, file), { flush: true }),
  );
  const { name, columns } = table;
  return {
    name,
    columns: [...columns],
    file,
    rows: statement.rowCount,
    sha256: hash.digest('hex'),
  };
}
