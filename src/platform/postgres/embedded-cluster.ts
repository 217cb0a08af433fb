/**
 * The folder of the embedded database and how it comes into being.
 *
 *   DUNLIN_DATA/postgres           the cluster, made whole under another name and then renamed
 *   DUNLIN_DATA/postgres.password  of its owner, readable only by the account it runs under
 *   DUNLIN_DATA/postgres.log       what the server said since its last start
 *
 * The rule: a crash at any moment leaves either no cluster or a whole one.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { under, type Account } from './embedded-account.ts';
import { type Binaries } from './embedded-binaries.ts';

export type Folder = {
  readonly dataDir: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
  /** Held while somebody starts or stops the database. */
  readonly starting: string;
  /** Held by the process whose child the database is. */
  readonly owner: string;
  /** A file for each other process that uses it. */
  readonly guests: string;
};

export const databaseOwner = 'dunlin';

/** Texts sort by code point on every machine, whatever its language. */
const locale = '--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8';

/** The only settings that PostgreSQL's programs get from us; messages in English, days in UTC. */
export const cleanEnvironment = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Makes the data folder when it is missing and names what lies in it. */
export function openFolder(dir: string): Folder {
  if (!existsSync(dir)) {
    mkdirSync(dir, { recursive: true });
    // Root in somebody's checkout must not leave a folder which that person cannot use.
    if (process.getuid?.() === 0) giveTo(statSync(path.join(dir, '..')), dir);
  }
  const dataDir = realpathSync(dir);
  const inside = (name: string): string => path.join(dataDir, name);
  return {
    dataDir,
    cluster: inside('postgres'),
    password: inside('postgres.password'),
    log: inside('postgres.log'),
    starting: inside('postgres.starting'),
    owner: inside('postgres.owner'),
    guests: inside('postgres.guests'),
  };
}

/** Runs initdb unless the cluster exists. Throws an Error with its output when it fails. */
export function createCluster(
  folder: Folder,
  binaries: Binaries,
  account: Account,
  fast: boolean,
): void {
  if (existsSync(folder.cluster)) return;
  const draft = `${folder.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(folder.password, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(folder.password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  for (const file of [draft, folder.password]) giveTo(account.identity, file);

  const words = `-U ${databaseOwner} -A scram-sha-256 -E UTF8 --no-instructions ${locale}`;
  const [program, args] = under(account, binaries.initdb, [
    ...words.split(' '),
    ...(fast ? ['--no-sync'] : []),
    '--pwfile',
    folder.password,
    '-D',
    draft,
  ]);
  const { status, stderr, error } = spawnSync(program, args, {
    ...account.identity,
    env: cleanEnvironment,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) {
    throw new Error(`The database could not be created.\n${error?.message ?? ''}${stderr ?? ''}`);
  }
  renameSync(draft, folder.cluster);
}

/** The address of the database when its server listens on `port`. */
export function urlOf(folder: Folder, port: number): string {
  const password = readFileSync(folder.password, 'utf8').trim();
  return `postgres://${databaseOwner}:${password}@127.0.0.1:${port}/postgres`;
}

function giveTo(
  { uid, gid }: { uid?: number | undefined; gid?: number | undefined },
  file: string,
): void {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}
