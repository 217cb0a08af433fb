/**
 * Rows on their way into a table: many as COPY text, few as one insert with parameters.
 *
 * COPY costs round trips of its own, so that a handful of rows is written faster by an insert;
 * callers give rows and need not know which it will be.
 */
import { type Compiled, named } from './sql.ts';

export type CopyValue = string | number | bigint | boolean | null | undefined;

export type CopyRow = readonly CopyValue[];

/** One row in COPY's text format: tab-separated, `\N` for nothing, control marks escaped. */
export function copyLine(values: CopyRow): string {
  let line = '';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) line += '\t';
    line += copyText(values[index]);
  }
  return line;
}

function copyText(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  // Most texts hold nothing to escape; the test is cheaper than the replacement.
  return /[\\\t\n\r]/u.test(value) ? escape(value) : value;
}

function escape(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** Joins lines into pieces of about 64 kB, so that a million rows are not a million writes. */
export function* copyPieces(rows: Iterable<CopyRow>): Generator<string> {
  let piece = '';
  for (const row of rows) {
    piece += `${copyLine(row)}\n`;
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

/** An insert of these rows; every row has as many values as `target` names columns. */
export function insertRows(target: string, rows: readonly CopyRow[]): Compiled {
  const width = rows[0]?.length ?? 0;
  const marks = rows.map((_, row) => {
    const places = Array.from(
      { length: width },
      (_place, column) => `$${row * width + column + 1}`,
    );
    return `(${places.join(', ')})`;
  });
  const values = rows.flatMap((row) => row.map((value) => value ?? null));
  return named({ text: `insert into ${target} values ${marks.join(', ')}`, values });
}
