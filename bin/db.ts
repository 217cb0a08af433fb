/**
 * What is committed about the database: its schema as text, and the seal on its migrations.
 *
 *   node bin/db.ts dump    writes db/schema.sql from a fresh database with every migration
 *   node bin/db.ts lock    seals new migrations in db/migrations.lock.json
 *
 * A sealed migration is never edited: it has run somewhere. `lock` refuses to seal it again.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openDb } from '#platform/postgres/db.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { lockMigrations } from '#platform/postgres/migration-lock.ts';
import { schemaText } from '#platform/postgres/schema-dump.ts';

const schemaFile = path.join(import.meta.dirname, '../db/schema.sql');

async function dump(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dunlin-dump-'));
  const server = await startEmbedded(folder, { fast: true });
  try {
    await migrate(server.url);
    const db = openDb(server.url, { asOwner: true, poolSize: 1 });
    try {
      await writeFile(schemaFile, await schemaText(db));
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function lock(): Promise<void> {
  const added = await lockMigrations();
  process.stdout.write(
    added.length === 0 ? 'Nothing new to seal.\n' : `Sealed ${added.join(', ')}.\n`,
  );
}

const verbs: Readonly<Record<string, () => Promise<void>>> = { dump, lock };
const verb = verbs[process.argv[2] ?? ''];
if (verb) {
  await verb();
} else {
  process.stderr.write('usage: node bin/db.ts dump | lock\n');
  process.exitCode = 2;
}
