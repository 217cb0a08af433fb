/**
 * A table read from an outside file: what a CSV file and a sheet of a workbook have in
 * common once their bytes are understood.
 *
 * Every row keeps the physical line it stands on (the row number in a sheet), so that a
 * problem found much later still points into the file. Cells are text exactly as written:
 * what a cell means is decided by the reader's rules, never here.
 */
import { type Facts } from '#kernel/outcome.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'shift_jis';

export type Row = { readonly line: number; readonly cells: readonly string[] };

export type TableProblemCode =
  | 'read.long_row'
  | 'read.short_row'
  | 'read.stray_quote'
  | 'read.undecodable_text'
  | 'read.unreadable_cell';

export type TableProblem = {
  readonly line: number;
  readonly code: TableProblemCode;
  readonly facts: Facts;
};

export type Table = {
  readonly format: 'csv' | 'xlsx';
  /** Names of the columns, each different from the others and none empty. */
  readonly columns: readonly string[];
  /** The data rows that hold something, each as wide as the columns or wider. */
  readonly rows: readonly Row[];
  /** Line of the header row; undefined when the file has none and columns are numbered. */
  readonly headerLine: number | undefined;
  /** What stands above the header row: titles, report dates. */
  readonly preamble: readonly Row[];
  /** Lines between the data rows that hold nothing. */
  readonly blankLines: readonly number[];
  readonly encoding: TextEncoding;
  /** The separator; empty for a workbook. */
  readonly delimiter: string;
  /** The sheet's name, for a workbook. */
  readonly sheet?: string;
  /** The text ends without a line break, as one does that was cut. */
  readonly endsOpen?: boolean;
  readonly problems: readonly TableProblem[];
};

/** Where the rows of a table came from. */
export type TableSource = Pick<
  Table,
  'format' | 'encoding' | 'delimiter' | 'sheet' | 'endsOpen' | 'problems'
>;

/** Does the row hold nothing but blanks? */
export function isBlank(row: Row): boolean {
  for (const cell of row.cells) {
    if (cell !== '' && cell.trim() !== '') return false;
  }
  return true;
}
