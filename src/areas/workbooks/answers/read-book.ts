/**
 * A workbook that came back: measured, opened, its signatures proved, its rows found again.
 *
 * Nothing in the visible sheet says what went out; only the signed sheet does. Columns are found
 * by what they are called, so that they may stand in another order, and a column that was deleted
 * holds no edit.
 */
import { sniff } from '#formats/sniff.ts';
import { readZipDirectory, unpacksWithin } from '#formats/xlsx-sheet/zip-directory.ts';
import { parseDay } from '#kernel/day.ts';
import { parseId } from '#kernel/ids.ts';
import { parseInstant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { isLanguage } from '#kernel/words.ts';
import type { Seal } from '#platform/auth/sealing.ts';
import {
  type OpenXlsxRefusal,
  type OpenedRow,
  type OpenedSheet,
  openXlsx,
} from '#platform/files/open-xlsx.ts';
import { textOf } from '../rules/cell.ts';
import type { Values } from '../rules/column.ts';
import type { ExportedRow, ReadBook, SheetRow } from '../rules/compare.ts';
import { columnsOf, parseWorkbookKind } from '../rules/kinds.ts';
import type { FileRefusal } from '../rules/refusal.ts';
import { type Head, headText, rowText, signaturePurpose } from '../rules/signature.ts';
import { columnLetter } from '#platform/files/write-xlsx.ts';
import { type People, codesOf } from './names.ts';
import { signedSheet } from './write-book.ts';

/** A workbook of twenty thousand rows stays far below these. */
const largestFile = 20_000_000;
const largestUnpacked = 200_000_000;
const mostCells = 2_000_000;

export type BookIn = { readonly head: Head; readonly book: ReadBook };

export async function readBook(
  file: { readonly name: string; readonly bytes: Uint8Array },
  seal: Seal,
  people: People,
): Promise<Outcome<BookIn, FileRefusal | OpenXlsxRefusal>> {
  const { name, bytes } = file;
  const fits = measured(bytes, name);
  if (!fits.ok) return fits;
  const signed = await openXlsx(bytes, signedSheet, mostCells);
  if (!signed.ok) {
    const foreign = signed.refusal === 'read.no_such_sheet';
    return foreign ? refuse('workbooks.not_ours', { file: name }) : signed;
  }
  const proved = proveSigned(signed.value.rows, seal);
  if (!proved) return refuse('workbooks.tampered', { file: name });
  const { head, exported } = proved;
  const sheet = await workedSheet(bytes, head);
  if (!sheet.ok) return sheet;
  const table = tableOf(sheet.value, head);
  if (!table) {
    const facts = { sheet: sheet.value.name, column: head.headers['key'] ?? '' };
    return refuse('workbooks.no_key_column', facts);
  }
  const codes = codesOf(head.kind, people, head.language);
  const { kind } = head;
  return accept({ head, book: { kind, sheet: sheet.value.name, exported, codes, ...table } });
}

function measured(
  bytes: Uint8Array,
  file: string,
): Outcome<true, 'workbooks.not_ours' | 'workbooks.too_large'> {
  const limit = (most: number): Outcome<never, 'workbooks.too_large'> =>
    refuse('workbooks.too_large', { limit: most / 1_000_000, unit: 'MB' });
  if (bytes.length > largestFile) return limit(largestFile);
  if (sniff(bytes) !== 'xlsx') return refuse('workbooks.not_ours', { file });
  const parts = readZipDirectory(bytes);
  if (parts === undefined) return refuse('workbooks.not_ours', { file });
  return unpacksWithin(parts, largestUnpacked) ? accept(true) : limit(largestUnpacked);
}

type Proved = { readonly head: Head; readonly exported: ReadonlyMap<string, ExportedRow> };

/** Undefined unless the head is signed here; a row that is not is kept, and known to be so. */
function proveSigned(rows: readonly OpenedRow[], seal: Seal): Proved | undefined {
  const [, first, ...others] = rows.map(({ cells }) => cells.map(textOf));
  const head = readHead(first?.[2] ?? '');
  if (!head || seal.mark(headText(head), signaturePurpose) !== first?.[3]) return undefined;
  const exported = new Map<string, ExportedRow>();
  for (const [key = '', , text = '', mark] of others) {
    const values = readRecord(text);
    const intact =
      values !== undefined && seal.mark(rowText(head, key, values), signaturePurpose) === mark;
    exported.set(key, { values: values ?? {}, intact: intact && !exported.has(key) });
  }
  return { head, exported };
}

function readHead(text: string): Head | undefined {
  const read = parsed(text);
  if (typeof read !== 'object' || read === null) return undefined;
  const { workbookId, kind, language, asOf, knownAt, sheet, headers } = strings(read);
  const found = {
    workbookId: parseId(workbookId ?? ''),
    kind: parseWorkbookKind(kind ?? ''),
    asOf: parseDay(asOf ?? ''),
    knownAt: parseInstant(knownAt ?? ''),
    headers: readRecord(headers ?? ''),
  };
  if (!found.workbookId || !found.kind || !found.asOf || !found.knownAt || !found.headers) {
    return undefined;
  }
  if (language === undefined || !isLanguage(language)) return undefined;
  return {
    workbookId: found.workbookId,
    kind: found.kind,
    language,
    asOf: found.asOf,
    knownAt: found.knownAt,
    sheet: sheet ?? '',
    headers: found.headers,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever wrote that, it was not this desk.
    return undefined;
  }
}

/** The fields of an object as text; what is an object itself is written as JSON. */
function strings(read: object): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(read).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

function readRecord(text: string): Values | undefined {
  const read = parsed(text);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
  const entries = Object.entries(read).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return entries.length === Object.keys(read).length ? Object.fromEntries(entries) : undefined;
}

/** The sheet that people work in, also when somebody has renamed it. */
async function workedSheet(
  bytes: Uint8Array,
  { sheet }: Head,
): Promise<Outcome<OpenedSheet, FileRefusal | OpenXlsxRefusal>> {
  const named = await openXlsx(bytes, sheet, mostCells);
  if (named.ok || named.refusal !== 'read.no_such_sheet') return named;
  const first = await openXlsx(bytes, undefined, mostCells);
  if (!first.ok) return first;
  return first.value.name === signedSheet ? refuse('workbooks.no_sheet', { sheet }) : first;
}

type Table = Pick<ReadBook, 'rows' | 'letters'>;

/** Nobody puts more lines above the table. */
const mostLinesAbove = 50;

/** The table below its headers; undefined when no line holds the header of the keys. */
function tableOf({ rows }: OpenedSheet, { kind, headers }: Head): Table | undefined {
  const keyHeader = headers['key'] ?? '';
  const at = rows
    .slice(0, mostLinesAbove)
    .findIndex(({ cells }) => cells.some((cell) => textOf(cell) === keyHeader));
  const header = rows[at];
  if (!header) return undefined;
  const places = new Map<string, number>();
  const titles = header.cells.map(textOf);
  for (const name of [...columnsOf[kind].map((column) => column.name), 'key']) {
    const index = titles.indexOf(headers[name] ?? '');
    if (index !== -1) places.set(name, index);
  }
  const read = rows.slice(at + 1).map(({ line, cells }): SheetRow => {
    const inPlace = [...places].map(([name, index]) => [name, cells[index] ?? null] as const);
    return {
      line,
      key: textOf(cells[places.get('key') ?? -1] ?? null),
      cells: Object.fromEntries(inPlace),
    };
  });
  const letters = Object.fromEntries(
    [...places].map(([name, index]) => [name, columnLetter(index)]),
  );
  return { rows: read, letters };
}
