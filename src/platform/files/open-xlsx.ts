/**
 * Opens XLSX workbooks: unpacking, XML and styles are hucre's work, behind this one door.
 *
 * The caller has measured the archive before (see formats/registry). Document type
 * definitions are skipped, so no entity of a file's own is ever expanded; what a sheet may
 * still try is to be enormous when it is laid out, and that is refused while it is read.
 */
import { EncryptedFileError } from 'hucre';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

/** A cell's value; `time` is a date in milliseconds since 1970, UTC. */
export type OpenedCell = string | number | boolean | null | { readonly time: number };
export type OpenedRow = { readonly line: number; readonly cells: readonly OpenedCell[] };
export type OpenedSheet = { readonly name: string; readonly rows: readonly OpenedRow[] };

export type OpenXlsxRefusal =
  | 'read.damaged_workbook'
  | 'read.protected_workbook'
  | 'read.no_such_sheet'
  | 'read.too_large';

/**
 * The sheet of that name, else the first visible one that holds anything. `mostCells` are
 * the cells it may have when laid out: a million rows of twenty columns unless stated.
 */
export async function openXlsx(
  bytes: Uint8Array,
  wanted?: string,
  mostCells = 20_000_000,
): Promise<Outcome<OpenedSheet, OpenXlsxRefusal>> {
  try {
    const names = await sheetNames(bytes);
    if (wanted !== undefined && !names.includes(wanted)) {
      return refuse('read.no_such_sheet', { sheet: wanted, sheets: names.join(', ') });
    }
    return await firstFilled(bytes, wanted === undefined ? names : [wanted], mostCells);
  } catch (error) {
    if (error instanceof EncryptedFileError) return refuse('read.protected_workbook');
    // Only hucre runs in here, and for torn bytes it throws whatever its parts throw.
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('read.damaged_workbook', { reason });
  }
}

/** Visible sheets in the workbook's order; hidden ones only when nothing is visible. */
async function sheetNames(bytes: Uint8Array): Promise<string[]> {
  const visible: string[] = [];
  const hidden: string[] = [];
  await readXlsx(bytes, {
    sheets: (sheet) => {
      (sheet.hidden === true || sheet.veryHidden === true ? hidden : visible).push(sheet.name);
      return false;
    },
  });
  return [...visible, ...hidden];
}

async function firstFilled(
  bytes: Uint8Array,
  names: readonly string[],
  mostCells: number,
): Promise<Outcome<OpenedSheet, OpenXlsxRefusal>> {
  for (const name of names) {
    // One sheet after the other, for the first that holds anything ends the search.
    const rows = await readRows(bytes, name, mostCells);
    if (rows === undefined) return refuse('read.too_large', { limit: mostCells, unit: 'cells' });
    if (rows.length > 0) return accept({ name, rows });
  }
  return accept({ name: names[0] ?? '', rows: [] });
}

/** The rows that hold anything; undefined when laying them out would take too much room. */
async function readRows(
  bytes: Uint8Array,
  sheet: string,
  mostCells: number,
): Promise<OpenedRow[] | undefined> {
  const rows: OpenedRow[] = [];
  let laidOut = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    laidOut += values.length;
    if (laidOut > mostCells) return undefined;
    if (values.every((value) => value === null || value === '')) continue;
    rows.push({
      line: index + 1,
      cells: values.map((value) => (value instanceof Date ? { time: value.getTime() } : value)),
    });
  }
  return rows;
}
