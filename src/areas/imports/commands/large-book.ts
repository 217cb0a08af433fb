/**
 * `dunlin import` of files too large to be held: opened in pieces.
 *
 * What is asked and noted is the same as for small files; only the rows come part by part.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import { giveMemoryBack } from '#platform/process/memory.ts';
import type { ImportBook } from '../actions/import-book.ts';
import {
  type LongFile,
  type LongLook,
  cutBook,
  lookAtLong,
  openLongFile,
} from '../answers/long-book.ts';
import { sourceOf } from '../answers/open-files.ts';
import type { Settings } from '../rules/settings.ts';

/** Bytes of files that are held; a book of a hundred thousand invoices is more. */
const mostHeld = 16_000_000;

/** Every file, when they are too large to be held and can all be read in pieces. */
export async function longFiles(places: readonly string[]): Promise<LongFile[] | undefined> {
  const sizes = await Promise.all(places.map(async (place) => (await stat(place)).size));
  if (sizes.reduce((sum, size) => sum + size, 0) <= mostHeld) return undefined;
  const files: LongFile[] = [];
  for (const place of places) {
    const file = openLongFile(path.basename(place), place);
    if (!file) return undefined;
    files.push(file);
  }
  return files;
}

export type LargeBook = Disposable & {
  readonly looked: readonly LongLook[];
  /** The files in which a question is open; with any of them there is no book. */
  readonly asked: readonly LongLook[];
  readonly book: Omit<ImportBook, 'company' | 'currency' | 'acceptGood'> | undefined;
};

export function openBook(
  files: readonly LongFile[],
  settings: Settings,
  currency: Currency | undefined,
  today: Day,
): LargeBook {
  const looked = lookAtLong(files, settings, currency);
  const asked = looked.filter(({ detection }) => detection.plan === undefined);
  if (asked.length > 0) return { looked, asked, book: undefined, [Symbol.dispose]: () => {} };
  const cut = cutBook(looked);
  const [kind = 'book', another] = new Set(looked.map(({ detection }) => detection.kind));
  const more = cut.parts(today);
  const first = more.next().value;
  if (!first) throw new Error('a large book has no part');
  const book = {
    ...first,
    more,
    rowsInAll: cut.rows,
    progress: giveMemoryBack,
    kind: another === undefined ? kind : 'book',
    source: settings.source ?? sourceOf(looked),
    files: looked.map(({ file }) => file),
  };
  return { looked, asked, book, [Symbol.dispose]: () => cut[Symbol.dispose]() };
}
