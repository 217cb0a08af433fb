/**
 * A CSV file too long to be held: read again and again from its beginning, a piece at a time.
 *
 * Only UTF-8 is read so; whether a file is, is found out by reading it once. How its columns
 * are to be read is judged by a sample: its first rows and then every so many.
 */
import { assembleTable, fitRow } from '../assemble.ts';
import { type Row, type Table, isBlank } from '../table.ts';
import { chooseDelimiter } from './delimiter.ts';
import { withoutEndMark } from './encoding.ts';
import { splitText } from './split.ts';

/** As in encoding.ts: the decoder of the Encoding standard, here with its memory of pieces. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string };

/** Reads the file from its beginning, each time it is called. */
export type Pieces = () => Iterable<Uint8Array>;

export type LongCsv = {
  /** The columns, the header, and the rows by which the columns are judged. */
  readonly sample: Table;
  /** Every row below the header that holds something, as wide as the columns. */
  rows(): Iterable<Row>;
};

/** Rows from the beginning that are all looked at, and how many of the rest. */
const sampling = { first: 5000, everyOther: 100 };
/** A quote that nothing closes within so much text is taken for a character. */
const longestCell = 1_000_000;

/** Undefined when the file is not UTF-8, or begins with a line that only Excel understands. */
export function openLong(pieces: Pieces): LongCsv | undefined {
  const beginning = firstText(pieces);
  if (beginning === undefined || /^sep=/iu.test(beginning)) return undefined;
  const delimiter = chooseDelimiter(beginning);
  const sampled: Row[] = [];
  let count = 0;
  try {
    for (const row of rawRows(pieces, delimiter)) {
      count += 1;
      if (count <= sampling.first || count % sampling.everyOther === 0) sampled.push(flat(row));
    }
  } catch {
    return undefined;
  }
  const source = { format: 'csv', encoding: 'utf-8', delimiter, problems: [] } as const;
  const sample = assembleTable(sampled, source);
  const firstLine = sample.headerLine ?? 0;
  const width = sample.columns.length;
  return {
    sample,
    *rows() {
      for (const row of rawRows(pieces, delimiter)) {
        if (row.line > firstLine && !isBlank(row)) yield fitRow(row, width);
      }
    },
  };
}

/** Cells cut out of a piece would keep all of the piece alive. */
function flat(row: Row): Row {
  return { line: row.line, cells: row.cells.map((cell) => cell.split('').join('')) };
}

function firstText(pieces: Pieces): string | undefined {
  try {
    for (const bytes of pieces()) {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    }
  } catch {
    return undefined;
  }
  return undefined;
}

/** Rows in their order, blank ones included; throws when the text is not UTF-8. */
function* rawRows(pieces: Pieces, delimiter: string): Generator<Row> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 1;
  for (const bytes of pieces()) {
    const text = rest + decoder.decode(bytes, { stream: true }).replaceAll('\0', '\uFFFD');
    const end = lastWholeLine(text);
    rest = text.slice(end);
    const { rows, nextLine } = splitText(text.slice(0, end), delimiter, Infinity, line);
    yield* rows;
    line = nextLine;
  }
  const last = withoutEndMark(rest + decoder.decode());
  yield* splitText(last, delimiter, Infinity, line).rows;
}

/** Where the last line ends that ends outside of quotes; 0 when there is none. */
function lastWholeLine(text: string): number {
  const last = text.lastIndexOf('\n') + 1;
  let end = last;
  while (end > 0 && quotesIn(text, end) % 2 === 1) {
    end = text.lastIndexOf('\n', text.lastIndexOf('"', end - 1)) + 1;
  }
  return text.length - end > longestCell ? last : end;
}

function quotesIn(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0 && at < end; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}
