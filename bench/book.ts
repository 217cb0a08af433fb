/**
 * The book of a run: the folder that BENCH_BOOK names, or an invented one of 100,000 invoices
 * that is written once and kept.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Day, day, parseDay, plusDays } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { inventBook } from '../db/seed/invent-book.ts';
import { writeBook } from './write-book.ts';

export type BenchBook = {
  readonly folder: string;
  readonly invoices: number;
  /** The last day of which the book knows anything. */
  readonly today: Day;
  /** Some eleven months before. */
  readonly backThen: Day;
};

const seed = 1;
const invented = { days: 1096, to: day('2026-11-20') };

/** Invents the book when it is not there yet; that is not part of any figure. */
export function findBook(given: string | undefined, invoices: number, home: string): BenchBook {
  if (given !== undefined) return { folder: given, invoices: countLines(given), ...daysOf(given) };
  const folder = path.join(home, `book-${invoices}-${seed}`);
  if (!existsSync(path.join(folder, 'applications.csv'))) {
    writeBook(
      folder,
      inventBook({
        seed,
        customers: Math.ceil(invoices / 20),
        invoices,
        from: plusDays(invented.to, -invented.days),
        ...invented,
        company: 'BENCH',
        currency: currency('USD'),
      }),
    );
  }
  return { folder, invoices: countLines(folder), ...lastDays(invented.to) };
}

/** What a database holds, as a book without files. */
export async function bookIn(url: string, folder: string): Promise<BenchBook> {
  const db = openDb(url, { poolSize: 1 });
  const { invoices, last } = await db.one(sql<{ invoices: bigint; last: string }>`
    select count(*) filter (where kind = 'invoice') as invoices, max(effective_on) as last
      from ledger.item`);
  await db.close();
  return { folder, invoices: Number(invoices), ...lastDays(day(last)) };
}

function countLines(folder: string): number {
  if (!readdirSync(folder).includes('invoices.csv')) {
    throw new Error(`${folder} holds no invoices.csv; BENCH_BOOK names a neutral book's folder`);
  }
  return readFileSync(path.join(folder, 'invoices.csv'), 'utf8').trimEnd().split('\n').length - 1;
}

/** A generated book says in its manifest which day is its last. */
function daysOf(folder: string): { today: Day; backThen: Day } {
  const file = path.join(folder, 'manifest.json');
  const made: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const end = typeof made === 'object' && made !== null && 'end' in made ? String(made.end) : '';
  return lastDays(parseDay(end) ?? invented.to);
}

function lastDays(today: Day): { today: Day; backThen: Day } {
  return { today, backThen: plusDays(today, -324) };
}
