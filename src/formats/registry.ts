/**
 * One door for every outside file that holds a table: bytes in, a table or a refusal out.
 *
 * Opening a workbook needs unpacking, which is the platform's work and comes in as an
 * argument. It is called only after the archive has been measured.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { readCsv } from './csv/read.ts';
import { type Foreign, sniff } from './sniff.ts';
import { type Table } from './table.ts';
import { type RawSheet, tableOfSheet } from './xlsx-sheet/sheet.ts';
import { readZipDirectory, unpacksWithin } from './xlsx-sheet/zip-directory.ts';

export type OpenRefusal =
  | 'read.damaged_workbook'
  | 'read.protected_workbook'
  | 'read.no_such_sheet'
  | 'read.too_large';
export type ReadRefusal = OpenRefusal | 'read.unknown_format';

/** Opens a workbook: the sheet of that name, else the first one that holds anything. */
export type OpenSheet = (
  bytes: Uint8Array,
  wanted?: string,
) => Promise<Outcome<RawSheet, OpenRefusal>>;

/** A text of this many bytes still fits into one string. */
const largestText = 400_000_000;
/** What a workbook may unpack to: a million rows of twelve columns stay below it. */
const largestWorkbook = 1_000_000_000;

/** The table in a file; refusals name what the file is instead. */
export async function readTable(
  bytes: Uint8Array,
  openSheet: OpenSheet,
  sheet?: string,
): Promise<Outcome<Table, ReadRefusal>> {
  const kind = sniff(bytes);
  if (kind === 'csv') {
    return bytes.length > largestText ? tooLarge(largestText) : accept(readCsv(bytes));
  }
  if (kind !== 'xlsx') return unknown(kind);
  const parts = readZipDirectory(bytes) ?? [];
  if (!unpacksWithin(parts, largestWorkbook)) return tooLarge(largestWorkbook);
  const opened = await openSheet(bytes, sheet);
  return opened.ok ? accept(tableOfSheet(opened.value)) : opened;
}

function unknown(found: Foreign): Outcome<Table, ReadRefusal> {
  return refuse('read.unknown_format', { found });
}

function tooLarge(limit: number): Outcome<Table, ReadRefusal> {
  return refuse('read.too_large', { limit: limit / 1_000_000, unit: 'megabytes' });
}
