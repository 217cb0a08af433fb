/**
 * A book too large to be held: read twice, and taken in as many small books of whole families.
 *
 *   files ──first reading──▶ whose each row is ──second──▶ shelves ──▶ one small book each
 *
 * A small book is converted and recorded like any other, all of them in one transaction. The
 * first one brings every customer, so that families find each other.
 */
import { createHash } from 'node:crypto';
import type { Day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import { type LongCsv, openLong } from '#formats/csv/long.ts';
import { sniff } from '#formats/sniff.ts';
import type { Row, Table } from '#formats/table.ts';
import { type Shelves, filePieces, openShelves } from '#platform/files/pieces.ts';
import { giveMemoryBack } from '#platform/process/memory.ts';
import { convert } from '../rules/convert.ts';
import { type Homes, makeHomes } from '../rules/homes.ts';
import type { Plan } from '../rules/plan.ts';
import { homeOf } from '../rules/row-home.ts';
import { makeReader, turnTo } from '../rules/row-reader.ts';
import type { Settings } from '../rules/settings.ts';
import { deskRowsOf, toIncoming } from '../rules/to-incoming.ts';
import type { BookPart } from '../actions/take-part.ts';
import type { ImportedFile } from '../store/imports.ts';
import { type LookedAt, lookAt, problemsOf } from './open-files.ts';

export type LongFile = { readonly file: ImportedFile; readonly csv: LongCsv };

/** A file as it lies on the disk; undefined when it must be held to be read. */
export function openLongFile(name: string, place: string): LongFile | undefined {
  const sha256 = createHash('sha256');
  let bytes = 0;
  for (const piece of filePieces(place)) {
    if (bytes === 0 && sniff(piece) !== 'csv') return undefined;
    sha256.update(piece);
    bytes += piece.length;
  }
  const csv = openLong(() => filePieces(place));
  return csv && { file: { name, sha256: sha256.digest('hex'), bytes }, csv };
}

export type LongLook = LookedAt & { readonly csv: LongCsv };

/** Looks at the samples of files that come together. */
export function lookAtLong(
  files: readonly LongFile[],
  settings: Settings,
  companyCurrency: Currency | undefined,
): LongLook[] {
  const opened = files.map(({ file, csv }) => ({ file, table: csv.sample }));
  return lookAt(opened, settings, companyCurrency).map((looked, index) => {
    const file = files[index];
    if (!file) throw new Error('a file was looked at that nobody opened');
    return { ...looked, csv: file.csv };
  });
}

/** Rows of one small book, families that are larger left whole. */
const usualRows = 20_000;

type Planned = { readonly file: ImportedFile; readonly csv: LongCsv; readonly plan: Plan };

export type CutBook = Disposable & {
  /** Rows of all files. */
  readonly rows: number;
  parts(today: Day): Generator<BookPart>;
};

/** Cuts files in which no question is open into small books. */
export function cutBook(looks: readonly LongLook[], shelfRows = usualRows): CutBook {
  const files = looks.map(({ file, csv, detection: { plan } }): Planned => {
    if (!plan) throw new Error(`${file.name}: a question is still open`);
    return { file, csv, plan };
  });
  const homes = makeHomes();
  const homesOfRows = new Map<Planned, Int32Array>();
  for (const file of files.toSorted((a, b) => turnOf(a) - turnOf(b))) {
    homesOfRows.set(file, readHomes(file, homes));
    giveMemoryBack();
  }
  const shelfOf = shelveFamilies(homes, [...homesOfRows.values()], shelfRows);
  const shelves = openShelves();
  let rows = 0;
  let last = 0;
  for (const [number, file] of files.entries()) {
    const homesHere = homesOfRows.get(file);
    let index = 0;
    for (const row of file.csv.rows()) {
      const home = homesHere?.[index] ?? nowhere;
      const shelf = home === nowhere ? 0 : (shelfOf[homes.familyOf(home)] ?? 0);
      shelves.put(shelf, JSON.stringify([number, row.line, row.cells]));
      last = Math.max(last, shelf);
      index += 1;
    }
    rows += index;
    giveMemoryBack();
  }
  return {
    rows,
    *parts(today) {
      for (let shelf = 0; shelf <= last; shelf += 1) yield partOn(shelves, shelf, files, today);
    },
    [Symbol.dispose]: () => shelves[Symbol.dispose](),
  };
}

/** Applications name documents and payments, which are therefore read first. */
function turnOf({ plan }: Planned): number {
  return plan.kind === 'applications' ? 1 : 0;
}

const nowhere = -1;

function readHomes({ csv, plan }: Planned, homes: Homes): Int32Array {
  const reading = makeReader(plan);
  let found = new Int32Array(1024);
  let count = 0;
  for (const row of csv.rows()) {
    if (count === found.length) {
      const wider = new Int32Array(found.length * 2);
      wider.set(found);
      found = wider;
    }
    turnTo(reading, row);
    found[count] = homeOf(reading, homes) ?? nowhere;
    count += 1;
  }
  return found.subarray(0, count);
}

/** The shelf of each family: whole families, in their order, until a shelf has enough rows. */
function shelveFamilies(homes: Homes, rows: readonly Int32Array[], shelfRows: number): Int32Array {
  const sizes = new Int32Array(homes.count());
  for (const homesOfFile of rows) {
    for (const each of homesOfFile) {
      if (each === nowhere) continue;
      const family = homes.familyOf(each);
      sizes[family] = (sizes[family] ?? 0) + 1;
    }
  }
  const shelfOf = new Int32Array(sizes.length);
  let shelf = 0;
  let filled = 0;
  for (const [family, size] of sizes.entries()) {
    if (size === 0) continue;
    shelfOf[family] = shelf;
    filled += size;
    if (filled < shelfRows) continue;
    shelf += 1;
    filled = 0;
  }
  return shelfOf;
}

function partOn(shelves: Shelves, shelf: number, files: readonly Planned[], today: Day): BookPart {
  const rowsOf = files.map((): Row[] => []);
  for (const line of shelves.take(shelf)) {
    // Written by `cutBook` just before, in this shape.
    const [number, at, cells] = JSON.parse(line) as [number, number, string[]];
    rowsOf[number]?.push({ line: at, cells });
  }
  const converted = files.map(({ file, csv, plan }, number) => {
    const table: Table = {
      ...csv.sample,
      rows: rowsOf[number] ?? [],
      problems: [],
      blankLines: [],
    };
    return { file: file.name, conversion: convert(table, plan) };
  });
  return {
    incoming: toIncoming(converted, today),
    desk: deskRowsOf(converted),
    rows: converted.reduce((sum, { conversion }) => sum + conversion.rows, 0),
    skipped: converted.reduce((sum, { conversion }) => sum + conversion.skipped.length, 0),
    problems: problemsOf(converted),
  };
}
