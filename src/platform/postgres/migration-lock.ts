/**
 * The seal on migrations: the SHA-256 of each, committed beside them.
 *
 * A migration that has landed has run on somebody's database, so it is never edited again;
 * what it got wrong is a new migration. The seal makes an edit visible in a fresh clone,
 * without history and without a network.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Migration, readMigrations } from './migrate.ts';

const lockFile = path.join(import.meta.dirname, '../../../db/migrations.lock.json');

/** File name to SHA-256, in their order. */
export type Seals = Readonly<Record<string, string>>;

export async function readSeals(): Promise<Seals> {
  const seals: unknown = JSON.parse(await readFile(lockFile, 'utf8'));
  if (typeof seals !== 'object' || seals === null) throw new Error(`${lockFile} holds no object`);
  return Object.fromEntries(Object.entries(seals).map(([name, hash]) => [name, String(hash)]));
}

/** One sentence for each migration that was edited after it was sealed, or has gone. */
export function brokenSeals(migrations: readonly Migration[], seals: Seals): string[] {
  const hashes = new Map(migrations.map(({ name, hash }) => [name, hash]));
  return Object.entries(seals).flatMap(([name, seal]) => {
    const hash = hashes.get(name);
    if (hash === undefined) return [`${name} is sealed but gone; restore it.`];
    return hash === seal ? [] : [`${name} was edited after it was sealed; write a new migration.`];
  });
}

/** The names of the migrations that have no seal yet. */
export function unsealed(migrations: readonly Migration[], seals: Seals): string[] {
  return migrations.map(({ name }) => name).filter((name) => seals[name] === undefined);
}

/**
 * Seals the migrations that are not sealed yet and answers their names.
 * Throws when a sealed one was edited or has gone. One that never left this checkout may be
 * sealed anew after its line is taken out of the lock file by hand, where review sees it.
 */
export async function lockMigrations(): Promise<string[]> {
  const migrations = await readMigrations();
  const seals = await readSeals();
  const broken = brokenSeals(migrations, seals);
  if (broken.length > 0) throw new Error(broken.join('\n'));
  const all = Object.fromEntries(migrations.map(({ name, hash }) => [name, hash]));
  await writeFile(lockFile, `${JSON.stringify(all, null, 2)}\n`);
  return unsealed(migrations, seals);
}
