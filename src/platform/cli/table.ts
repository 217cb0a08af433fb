/** Prints rows as a table for people, or as CSV (RFC 4180) for programs. */
import { csvCell } from '#formats/csv/write.ts';

export type Column<Row> = {
  readonly title: string;
  readonly right?: boolean;
  text(row: Row): string;
};

/** Columns padded to their widest cell; numbers to the right. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => column.text(row)));
  const widths = columns.map((column, index) =>
    Math.max(column.title.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  const write = (row: readonly string[]): string =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return columns[index]?.right ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [write(columns.map((column) => column.title)), rule, ...cells.map(write)].join('\n');
}

export function csvTable<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): string {
  const lines = [columns.map((column) => csvCell(column.title)).join(',')];
  for (const row of rows) lines.push(columns.map((column) => csvCell(column.text(row))).join(','));
  return lines.join('\n');
}
