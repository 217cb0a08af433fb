/**
 * A sheet of a workbook as a table, the same as a CSV file gives.
 *
 * In a sheet a cell stands in its column whatever is missing around it, so rows are made
 * equally wide without complaint, and columns that hold nothing at the edges are left out.
 */
import { assembleTable } from '../assemble.ts';
import { type Row, type Table, type TableProblem } from '../table.ts';
import { type SheetCell, cellText } from './cell-text.ts';

/** A sheet as a workbook reader hands it over; lines are the sheet's row numbers. */
export type RawSheet = {
  readonly name: string;
  readonly rows: readonly { readonly line: number; readonly cells: readonly SheetCell[] }[];
};

/** The table on a sheet; a date no calendar has becomes an empty cell and a problem. */
export function tableOfSheet(sheet: RawSheet): Table {
  const problems: TableProblem[] = [];
  const rows: Row[] = sheet.rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, at) => {
      const text = cellText(cell);
      if (text !== undefined) return text;
      problems.push({ line, code: 'read.unreadable_cell', facts: { cell: cellName(at, line) } });
      return '';
    }),
  }));
  const { first, width } = edges(rows);
  return assembleTable(
    rows.map((row) => ({ line: row.line, cells: evenCells(row.cells, first, width) })),
    { format: 'xlsx', encoding: 'utf-8', delimiter: '', sheet: sheet.name, problems },
  );
}

/** The first column that holds anything, and how many there are up to the last that does. */
function edges(rows: readonly Row[]): { first: number; width: number } {
  let first = Infinity;
  let last = -1;
  for (const { cells } of rows) {
    for (let at = 0; at < first && at < cells.length; at += 1) {
      if (cells[at] !== '') first = at;
    }
    for (let at = cells.length - 1; at > last; at -= 1) {
      if (cells[at] !== '') last = at;
    }
  }
  return last < 0 ? { first: 0, width: 0 } : { first, width: last - first + 1 };
}

function evenCells(cells: readonly string[], first: number, width: number): readonly string[] {
  if (first === 0 && cells.length === width) return cells;
  return Array.from({ length: width }, (_, at) => cells[first + at] ?? '');
}

/** `C7`: how a spreadsheet calls the cell of a column counted from 0. */
export function cellName(column: number, line: number): string {
  return `${columnName(column)}${line}`;
}

/** `A`, `Z`, `AA`: how a spreadsheet calls a column counted from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
