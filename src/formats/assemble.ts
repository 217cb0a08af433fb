/**
 * Raw rows made into a table: the header found, the preamble set apart, blank rows counted,
 * rows of another width reported. Used alike for CSV files and for sheets.
 */
import { findHeader } from './header.ts';
import { type Row, type Table, type TableProblem, type TableSource, isBlank } from './table.ts';

/**
 * Makes a table of raw rows: finds the header, sets the preamble apart, counts blank rows
 * and reports rows of another width. Rows come in file order.
 */
export function assembleTable(records: readonly Row[], source: TableSource): Table {
  const filled = records.filter((row) => !isBlank(row));
  const header = findHeader(filled);
  const headerRow = header.index === undefined ? undefined : filled[header.index];
  const body = filled.slice(header.index === undefined ? 0 : header.index + 1);
  const names = headerRow?.cells ?? Array.from({ length: header.width }, () => '');
  const columns = nameColumns(names);
  const checked = checkWidths(body, columns.length);
  const firstLine = headerRow?.line ?? 0;
  const lastLine = body.at(-1)?.line ?? 0;
  return {
    ...source,
    columns,
    rows: checked.rows,
    headerLine: headerRow?.line,
    preamble: header.index === undefined ? [] : filled.slice(0, header.index),
    blankLines: records
      .filter((row) => row.line > firstLine && row.line < lastLine && isBlank(row))
      .map((row) => row.line),
    problems: [...source.problems, ...checked.problems],
  };
}

/** Trimmed names; an empty one is called by its place, a repeated one by its count. */
function nameColumns(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((raw, index) => {
    const name = raw.trim().replace(/\s+/gu, ' ') || `column ${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/**
 * Short rows are filled up, for spreadsheets leave empty cells away at the end; a row with
 * more values than there are columns has slipped, and its cells are not to be trusted.
 */
function checkWidths(
  body: readonly Row[],
  width: number,
): { rows: Row[]; problems: TableProblem[] } {
  const problems: TableProblem[] = [];
  const rows = body.map((row) => {
    const cells = row.cells.length;
    if (cells === width) return row;
    const fitted = fitRow(row, width);
    if (cells < width || fitted === row) {
      const code = cells < width ? 'read.short_row' : 'read.long_row';
      problems.push({ line: row.line, code, facts: { cells, width } });
    }
    return fitted;
  });
  return { rows, problems };
}

/** A row as wide as the table; one that has slipped stays as it is. */
export function fitRow(row: Row, width: number): Row {
  const cells = row.cells.length;
  if (cells === width) return row;
  if (cells < width) {
    return { line: row.line, cells: [...row.cells, ...emptyCells(width - cells)] };
  }
  const blank = row.cells.slice(width).every((cell) => cell.trim() === '');
  return blank ? { line: row.line, cells: row.cells.slice(0, width) } : row;
}

function emptyCells(count: number): string[] {
  return Array.from({ length: count }, () => '');
}
