/**
 * The figures of one book: taken in, aged, posted to, proved and shown, each beside plain SQL over
 * the same book on the same server in the same run.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { openDb } from '#platform/postgres/db.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { agingFigures } from './aging.ts';
import { loadBaseline } from './baseline.ts';
import type { BenchBook } from './book.ts';
import { compareFigures } from './compare.ts';
import type { Figure } from './figures.ts';
import { peakOf, timed } from './measure.ts';
import { fileFigure, postingFigures } from './posting.ts';
import { tellScreens } from './screens.ts';
import { verificationFigures } from './verification.ts';

const cli = path.join(import.meta.dirname, '../src/cli/main.ts');

export type Tell = (figures: readonly Figure[]) => void;

/** Takes the book into the empty database of `url` and tells every figure. */
export async function tellSpeed(url: string, of: BenchBook, tell: Tell): Promise<void> {
  const plainUrl = await createDatabase(url, 'baseline');
  const baseline = new pg.Client({ connectionString: plainUrl, application_name: 'baseline' });
  await baseline.connect();
  const load = await timed(() => loadBaseline(baseline, of.folder));
  await migrate(url);
  let peak: number | undefined;
  const took = await timed(async () => {
    peak = await peakOf(startCli(url, of, 'import', of.folder, '--json'));
  });
  tell([{ name: importName(peak), ours: took, baseline: load, bar: importBar(of.invoices) }]);
  // What autovacuum does on both within minutes.
  await baseline.query('vacuum analyze');
  await asOwner(url, 'vacuum analyze');
  const db = openDb(url, { poolSize: 4 });
  try {
    tell(await agingFigures('today', of.today, 'aging today', { db, baseline }));
    tell(await agingFigures('11 months back', of.backThen, 'aging as of', { db, baseline }));
    tell(await compareFigures(db, of.today));
    tell(await verificationFigures(db, of));
  } finally {
    await db.close();
    await baseline.end();
  }
  await tellPosting(url, of, tell);
  tell([{ name: 'dunlin prove', ours: await timed(async () => runCli(url, of, 'prove')) }]);
  await tellScreens(url, of, tell);
}

/** Receipts one by one, by many at once, and a file of them in one transaction. */
export async function tellPosting(
  url: string,
  { today }: Pick<BenchBook, 'today'>,
  tell: (figures: readonly Figure[]) => void,
): Promise<void> {
  tell([await fileFigure(url, today)]);
  tell(await postingFigures(url, today));
}

/** 10 s for a hundred thousand invoices, 120 s for a million, in between and beyond by size. */
function importBar(invoices: number): { readonly ms: number } {
  return { ms: Math.max(invoices / 10, invoices * 0.12 - 2000) };
}

function importName(peak: number | undefined): string {
  const name = 'import with the whole history';
  return peak === undefined ? name : `${name}, at most ${peak.toFixed(0)} MB`;
}

/** Runs a command as a person would; throws with its words when it does not end well. */
export function runCli(url: string, { today }: BenchBook, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, cli, ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: url, DUNLIN_TODAY: today },
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error(`dunlin ${args[0]} ended with ${status}: ${stderr}${stdout}`);
}

/** Starts a command and does not wait for it. */
export function startCli(url: string, { today }: BenchBook, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [...process.execArgv, cli, ...args], {
    env: { ...process.env, DATABASE_URL: url, DUNLIN_TODAY: today },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Makes a database on the server and answers its address. */
export async function createDatabase(url: string, name: string): Promise<string> {
  await asOwner(url, `create database ${name}`);
  return Object.assign(new URL(url), { pathname: name }).href;
}

/** One statement as the owner of the database. */
export async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
