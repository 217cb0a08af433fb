/**
 * `npm run bench`: a book of 100,000 invoices, taken in and asked, beside plain SQL over the
 * same book on the same server in the same run.
 *
 *     BENCH_BOOK=folder      another neutral book
 *     BENCH_INVOICES=10000   a smaller invented one
 *
 * The server is the embedded one with the settings that `npm start` uses; what it holds is
 * made anew each time. The figures are printed, never asserted.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { openDb } from '#platform/postgres/db.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { agingFigures } from './aging.ts';
import { loadBaseline } from './baseline.ts';
import { type BenchBook, findBook } from './book.ts';
import { type Figure, figureLine, heading } from './figures.ts';
import { timed } from './measure.ts';
import { tellScreens } from './screens.ts';

const home = path.join(import.meta.dirname, '.data');
const cli = path.join(import.meta.dirname, '../src/cli/main.ts');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const book = findBook(
  process.env['BENCH_BOOK'],
  Number(process.env['BENCH_INVOICES'] ?? '100000'),
  home,
);
say(`${book.folder}: ${book.invoices} invoices up to ${book.today}`);
say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);

const folder = path.join(home, 'server');
rmSync(folder, { recursive: true, force: true });
const server = await startEmbedded(folder, { alone: true });
try {
  say(heading);
  await measureAll(server.url, book);
} finally {
  await server.stop();
}

async function measureAll(url: string, of: BenchBook): Promise<void> {
  const tell = (figures: readonly Figure[]): void => figures.map(figureLine).forEach(say);
  const plainUrl = await createDatabase(url, 'baseline');
  const baseline = new pg.Client({ connectionString: plainUrl, application_name: 'baseline' });
  await baseline.connect();
  const load = await timed(() => loadBaseline(baseline, of.folder));
  await migrate(url);
  const took = await timed(async () => runCli(url, of, 'import', of.folder, '--json'));
  const bar = { ms: 30_000 };
  tell([{ name: 'import with the whole history', ours: took, baseline: load, bar }]);
  // What autovacuum does on both within minutes.
  await baseline.query('vacuum analyze');
  await asOwner(url, 'vacuum analyze');
  const db = openDb(url, { poolSize: 4 });
  try {
    tell(await agingFigures('today', of.today, 'aging today', { db, baseline }));
    tell(await agingFigures('11 months back', of.backThen, 'aging as of', { db, baseline }));
  } finally {
    await db.close();
    await baseline.end();
  }
  tell([{ name: 'dunlin prove', ours: await timed(async () => runCli(url, of, 'prove')) }]);
  await tellScreens(url, of, tell);
}

/** Runs a command as a person would; throws with its words when it does not end well. */
function runCli(url: string, { today }: BenchBook, ...args: string[]): void {
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

async function createDatabase(url: string, name: string): Promise<string> {
  await asOwner(url, `create database ${name}`);
  return Object.assign(new URL(url), { pathname: name }).href;
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
