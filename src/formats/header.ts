/**
 * Where the header of a table stands: the row of names above the data.
 *
 * Reports put titles and dates above it, banks leave it out. A row of names holds labels
 * only; a row with a date, an amount, an address or a code shaped like the one below it is
 * data. When no row qualifies the table has no header, and no data row is lost to it.
 */
import { type Row } from './table.ts';

/** The header's place among the rows that hold something, and the table's width. */
export type Header = { readonly index: number | undefined; readonly width: number };

/** How far down a header is looked for: no report has a longer preamble. */
const searchDepth = 40;

/** Finds the header among the filled rows of a table. */
export function findHeader(filled: readonly Row[]): Header {
  const head = filled.slice(0, searchDepth);
  const counts = head.map((row, index) =>
    isLabelRow(row, [filled[index - 1], filled[index + 1]]) ? filledCells(row) : 0,
  );
  const most = Math.max(0, ...counts);
  const enough = Math.max(1, Math.min(most, commonWidth(filled.slice(0, 200))) * 0.8);
  const index = most === 0 ? -1 : counts.findIndex((count) => count >= enough);
  if (index < 0) return { index: undefined, width: Math.max(0, ...head.map(widthOf)) };
  return { index, width: widthOf(head[index]) };
}

/** The most cells that two rows or more have filled; of a single row its own. */
function commonWidth(rows: readonly Row[]): number {
  const [widest = 0, second = widest] = rows.map(filledCells).toSorted((a, b) => b - a);
  return rows.length > 2 ? second : widest;
}

function widthOf(row: Row | undefined): number {
  return row?.cells.length ?? 0;
}

function filledCells(row: Row): number {
  return row.cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);
}

function isLabelRow(row: Row, neighbours: readonly (Row | undefined)[]): boolean {
  let labels = 0;
  let filled = 0;
  for (const [index, raw] of row.cells.entries()) {
    const cell = raw.trim();
    if (cell === '') continue;
    filled += 1;
    if (isDataLike(cell)) return false;
    if (neighbours.some((other) => isAlike(cell, other?.cells[index] ?? ''))) return false;
    // A bucket such as `0-30` or `90+` is a name, too.
    if (/[\p{L}#]|^\d+ ?[-–] ?\d+$|^>? ?\d+\+?$/u.test(cell)) labels += 1;
  }
  return labels > 0 && labels * 2 >= filled;
}

/** A value rather than a name: a date, an amount, an address. */
function isDataLike(cell: string): boolean {
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/u.test(cell)) return true;
  if (/^\S+@\S+\.\S+$/u.test(cell)) return true;
  const bare = cell.replace(/[\s\p{Sc}'’]/gu, '');
  return /^[-+−(]?\d[\d.,]*[)%-]?$/u.test(bare) && !/^(?:\d{1,3}|(?:19|20)\d\d)$/u.test(bare);
}

/** A code like the one above or below it: two names of columns rarely have one shape. */
function isAlike(cell: string, other: string): boolean {
  return /\p{L}/u.test(cell) && /\d/u.test(cell) && shapeOf(cell) === shapeOf(other.trim());
}

/** `INV-0042` and `INV-0043` have one shape. */
function shapeOf(text: string): string {
  return text
    .replace(/\d+/gu, '9')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a');
}
