/**
 * A CSV file as any spreadsheet opens it: UTF-8 with its mark, commas, CR LF, quotes where
 * they are needed (RFC 4180).
 *
 * A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a return as a
 * formula, and names come from outside. Such text gets an apostrophe before it; numbers,
 * negative ones too, are left as they are.
 */

const byteOrderMark = '\uFEFF';

/** The whole file as text. Cells are written as given; empty text is an empty cell. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(writeCell).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function writeCell(cell: string): string {
  const safe = isFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/u.test(cell) && !/^[-+]?\d+(?:\.\d+)?$/u.test(cell);
}
