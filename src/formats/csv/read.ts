/**
 * A CSV file: separated text in whatever encoding, separator and line ends its writer chose.
 *
 * All of these are found out from the bytes, never from the file's name or a setting. The
 * one instruction a file may carry itself, Excel's `sep=;` line, is obeyed.
 */
import { assembleTable } from '../assemble.ts';
import { type Row, type Table, type TableProblem } from '../table.ts';
import { chooseDelimiter } from './delimiter.ts';
import { decodeText } from './encoding.ts';
import { splitText } from './split.ts';

const separatorLine = /^sep=([^\r\n])(?:\r\r\n|\r\n|\n|\r|$)/iu;

/** Reads any separated text; a file without rows gives a table without columns. */
export function readCsv(bytes: Uint8Array): Table {
  const decoded = decodeText(bytes);
  const { encoding } = decoded;
  const text = decoded.text.replaceAll('\0', '\uFFFD');
  const stated = separatorLine.exec(text)?.[1];
  const delimiter = stated ?? chooseDelimiter(text);
  const split = splitText(text, delimiter);
  const rows = stated === undefined ? split.rows : split.rows.slice(1);
  const problems: TableProblem[] = split.strayQuotes.map((line) => ({
    line,
    code: 'read.stray_quote',
    facts: {},
  }));
  if (decoded.undecodable > 0 || text !== decoded.text) problems.push(...undecodableLines(rows));
  const endsOpen = !/[\r\n]\s*$/u.test(text.slice(-80));
  return assembleTable(rows, { format: 'csv', encoding, delimiter, endsOpen, problems });
}

function undecodableLines(rows: readonly Row[]): TableProblem[] {
  return rows
    .filter((row) => row.cells.some((cell) => cell.includes('\uFFFD')))
    .map((row) => ({ line: row.line, code: 'read.undecodable_text', facts: {} }));
}
