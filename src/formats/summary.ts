/**
 * A table told in a few figures or whole, as `dunlin read` prints it.
 *
 * The keys of a summary are an interface that outsiders compare against; they are never
 * renamed.
 */
import { type Row, type Table, type TableProblem } from './table.ts';

export type TableSummary = {
  readonly encoding: string;
  readonly delimiter: string;
  /** Every row that holds something: what stands above the header, the header, the data. */
  readonly rowsInclHeader: number;
  readonly columns: number;
};

export type NeutralTable = TableSummary & {
  readonly format: Table['format'];
  readonly sheet?: string;
  readonly headerLine: number | null;
  readonly header: readonly string[];
  readonly preamble: readonly Row[];
  readonly rows: readonly Row[];
  readonly problems: readonly TableProblem[];
};

/** The figures of `dunlin read --summary --json`. */
export function summarise(table: Table): TableSummary {
  const header = table.headerLine === undefined ? 0 : 1;
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    rowsInclHeader: table.preamble.length + header + table.rows.length,
    columns: table.columns.length,
  };
}

/** The neutral form of `dunlin read --json`: the figures and everything read. */
export function neutralTable(table: Table): NeutralTable {
  return {
    format: table.format,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    ...summarise(table),
    headerLine: table.headerLine ?? null,
    header: table.columns,
    preamble: table.preamble,
    rows: table.rows,
    problems: table.problems,
  };
}
