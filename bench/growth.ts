/**
 * How the desk grows: the same questions to books of 10,000, 100,000 and 1,000,000 invoices of
 * history, on one server, in one table. What an account costs must not grow with the book.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '#platform/postgres/migrate.ts';
import type { BenchBook } from './book.ts';
import { peakOf, percentile, residentNow, timed } from './measure.ts';
import { postingFigures } from './posting.ts';
import { type BenchServer, startBenchServer } from './server.ts';
import { asOwner, createDatabase, runCli, startCli } from './speed.ts';

type Say = (line: string) => void;
/** One column of the table: what was measured, as text, by the row's name. */
type Column = ReadonlyMap<string, string>;

const asked = 200;
const firstWidth = 44;
const width = 14;

/** Takes each book into a database of its own and prints the table. */
export async function tellGrowth(
  url: string,
  books: readonly BenchBook[],
  say: Say,
): Promise<void> {
  const columns: Column[] = [];
  for (const book of books) columns.push(await columnOf(url, book));
  const names = [...(columns[0]?.keys() ?? [])];
  say(
    rowOf(
      '',
      books.map((book) => book.invoices.toLocaleString('en')),
    ),
  );
  for (const name of names)
    say(
      rowOf(
        name,
        columns.map((column) => column.get(name) ?? ''),
      ),
    );
}

function rowOf(name: string, cells: readonly string[]): string {
  return name.padEnd(firstWidth) + cells.map((cell) => cell.padStart(width)).join('');
}

async function columnOf(server: string, book: BenchBook): Promise<Column> {
  const url = await createDatabase(server, `growth_${book.invoices}`);
  await migrate(url);
  const column = new Map<string, string>();
  let peak: number | undefined;
  const took = await timed(async () => {
    peak = await peakOf(startCli(url, book, 'import', book.folder, '--json'));
  });
  column.set('import, whole history', seconds(took));
  column.set('import, memory at most', megabytes(peak));
  await asOwner(url, 'vacuum analyze');
  await tellAnswers(url, book, column);
  for (const figure of await postingFigures(url, book.today)) {
    column.set(figure.name, `${figure.ours.toFixed(1)} ms`);
  }
  column.set('prove', seconds(await timed(async () => runCli(url, book, 'prove'))));
  await tellBackup(server, url, book, column);
  return column;
}

async function tellAnswers(url: string, book: BenchBook, column: Map<string, string>) {
  await using server = await startBenchServer(url, book.today);
  const accounts = await accountsOf(server);
  for (const [name, pathOf] of Object.entries(questions)) {
    const times: number[] = [];
    for (let at = 0; at < asked; at += 1) {
      const account = accounts[at % accounts.length];
      if (!account) throw new Error('the book has no account with a balance');
      const took = await timed(() => get(server, pathOf(account)));
      if (at >= 10) times.push(took);
    }
    column.set(`${name}, p95`, `${percentile(times, 95).toFixed(1)} ms`);
  }
  column.set('server, memory', megabytes(residentNow(server.child.pid)));
}

type Listed = { readonly accountId: string; readonly customer: string };

/** Each asks for another account, so that no answer is a memory of the one before. */
const questions: Readonly<Record<string, (account: Listed) => string>> = {
  'worklist page': () => '/api/v1/worklist?owner=all',
  'account page': ({ accountId }) => `/api/v1/accounts/${accountId}`,
  'account items': ({ accountId }) => `/api/v1/accounts/${accountId}/items`,
  search: ({ customer }) => `/api/v1/accounts?q=${encodeURIComponent(customer)}`,
  'statement as data': ({ accountId }) => `/api/v1/accounts/${accountId}/statement`,
  'aging page': () => '/api/v1/aging',
  'what changed in a week, by company': () => '/api/v1/compare?by=company&from=2026-11-13',
};

async function get({ address, cookie }: BenchServer, question: string): Promise<string> {
  const answer = await fetch(`${address}${question}`, { headers: { cookie } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`GET ${question}: ${answer.status} ${text}`);
  return text;
}

async function accountsOf(server: BenchServer): Promise<readonly Listed[]> {
  const text = await get(server, '/api/v1/aging?limit=100');
  // The answer of the aging, which its own tests hold to its contract.
  return (JSON.parse(text) as { rows: Listed[] }).rows;
}

/** A backup of the book, and its restore, which proves itself. */
async function tellBackup(
  server: string,
  url: string,
  book: BenchBook,
  column: Map<string, string>,
): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dunlin-growth-'));
  try {
    const target = path.join(folder, 'backup');
    const backed = await timed(async () => runCli(url, book, 'backup', target));
    column.set('backup', seconds(backed));
    const empty = await createDatabase(server, `restored_${book.invoices}`);
    const restored = await timed(async () => runCli(empty, book, 'restore', target));
    column.set('restore and proof', seconds(restored));
    await asOwner(server, `drop database restored_${book.invoices}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function megabytes(size: number | undefined): string {
  return size === undefined ? 'not told' : `${size.toFixed(0)} MB`;
}
