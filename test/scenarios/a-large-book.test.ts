/** A book cut into many small ones ends as the book taken in at once. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Day, day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import {
  type ImportBook,
  type ImportOutcome,
  importBook,
} from '#areas/imports/actions/import-book.ts';
import { cutBook, lookAtLong, openLongFile } from '#areas/imports/answers/long-book.ts';
import { bookOf, lookAt, openFile, sourceOf } from '#areas/imports/answers/open-files.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { readAging, wholeAging } from '#areas/reports/answers/aging.ts';
import { accepted } from '#platform/action.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { writeBook } from '../../bench/write-book.ts';
import { inventBook } from '../../db/seed/invent-book.ts';

const usd = currency('USD');
const today = day('2026-11-20');
const chosen = { company: 'MAIN', currency: usd, acceptGood: false } as const;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dunlin-book-'));
  writeBook(
    folder,
    inventBook({
      seed: 11,
      customers: 40,
      invoices: 900,
      from: day('2025-05-25'),
      to: today,
      days: 545,
      company: 'MAIN',
      currency: usd,
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const names = (): string[] => readdirSync(folder).toSorted();

async function atOnce(): Promise<ImportBook> {
  const opened = [];
  for (const name of names()) {
    opened.push(accepted(await openFile({ name, bytes: readFileSync(path.join(folder, name)) })));
  }
  return { ...bookOf(lookAt(opened, {}, usd), today), ...chosen };
}

/** The same files in parts of some three hundred rows. */
function inParts(): ImportBook & { readonly parts: () => number; close(): void } {
  const files = names().map((name) => openLongFile(name, path.join(folder, name)));
  const looked = lookAtLong(
    files.filter((file) => file !== undefined),
    {},
    usd,
  );
  const cut = cutBook(looked, 300);
  const more = cut.parts(today);
  const first = more.next().value;
  if (!first) throw new Error('no part');
  let parts = 0;
  return {
    ...first,
    ...chosen,
    more,
    rowsInAll: cut.rows,
    progress: () => void (parts += 1),
    kind: 'book',
    source: sourceOf(looked),
    files: looked.map(({ file }) => file),
    parts: () => parts,
    close: () => cut[Symbol.dispose](),
  };
}

async function take(desk: Story, book: ImportBook): Promise<ImportOutcome> {
  return desk.done((context) => importBook(context, book, () => undefined));
}

async function aging({ db }: Story, asOf: Day) {
  const page = { sort: { column: 'account' }, descending: false, limit: null, offset: 0 } as const;
  const question = wholeAging(asOf, bucketSets.standard);
  const answer = await readAging(db, question, page, instant('2026-11-20T00:00:00Z'));
  return answer.rows.map(({ account, buckets, unapplied }) => [account, ...buckets, unapplied]);
}

test('a large book ages on every day like the same book taken in at once', async () => {
  await using small = await deskOn('2026-11-20');
  await using large = await deskOn('2026-11-20');
  const whole = await take(small, await atOnce());
  const book = inParts();
  const parts = await take(large, book);
  expect(book.parts()).toBeGreaterThan(5);
  expect({ ...parts, importId: '' }).toEqual({ ...whole, importId: '' });
  for (const asOf of [today, day('2026-06-30'), day('2025-12-31')]) {
    expect(await aging(large, asOf)).toEqual(await aging(small, asOf));
  }
  const { checks } = await proveLedger(large.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  book.close();
});

test('brought again in parts it is known to the last row', async () => {
  await using desk = await deskOn('2026-11-20');
  const whole = await take(desk, await atOnce());
  const book = inParts();
  const again = await take(desk, book);
  expect(again.accepted).toBe(0);
  expect(again.duplicates).toBe(whole.accepted);
  book.close();
});
