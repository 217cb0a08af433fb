/**
 * Where the table of a remittance stands in a text, and its cells.
 *
 * Tabs, pipes and wide gaps part cells. Where the cells of the rows agree with the header
 * the rows are a table like any other; where they do not, the header still says in which
 * order the amounts come.
 */
import { type Row } from '../table.ts';
import { fieldNamed } from '../tables/find-columns.ts';
import { plainName } from '../values/header-name.ts';
import { type AmountColumn } from './amount-columns.ts';
import { type RemittanceField, remittanceFields } from './fields.ts';

export type TextLine = { readonly record: number; readonly text: string };

/** Cells of a line; one cell where nothing parts it. */
export function cellsOf(text: string): string[] {
  const inner = text.replace(/^\s*\|/u, '').replace(/\|\s*$/u, '');
  const separator = inner.includes('\t') ? /\t/u : inner.includes('|') ? /\|/u : / {2,}/u;
  const trimmed = separator.source === ' {2,}' ? inner.trim() : inner;
  return trimmed.split(separator).map((cell) => cell.trim());
}

export type TextHeader = {
  /** Its place among the lines. */
  readonly at: number;
  readonly cells: readonly string[];
  readonly amounts: readonly AmountColumn[];
};

/** How far down a header is looked for. */
const searchDepth = 500;

/** The line that names a document and an amount, and holds neither. */
export function findTextHeader(lines: readonly TextLine[]): TextHeader | undefined {
  for (const [at, { text }] of lines.slice(0, searchDepth).entries()) {
    if (/\d[.,]\d{2}(?!\d)/u.test(text) || text.length > 400) continue;
    const cells = cellsOf(text);
    const named =
      cells.length > 2 ? cells.map((cell) => fieldNamed(remittanceFields, cell)) : phrases(text);
    const documents = named.includes('reference') || named.includes('order');
    const amounts = named.filter((field) => isAmountColumn(field));
    if (documents && amounts.length > 0) return { at, cells, amounts };
  }
  return undefined;
}

function isAmountColumn(field: RemittanceField | undefined): field is AmountColumn {
  return field === 'gross' || field === 'discount' || field === 'deduction' || field === 'paid';
}

/** The fields named one after the other in a line with nothing between its names. */
function phrases(text: string): (RemittanceField | undefined)[] {
  const words = plainName(text).split(' ').slice(0, 40);
  const found: (RemittanceField | undefined)[] = [];
  let at = 0;
  while (at < words.length) {
    const length = [4, 3, 2, 1].find(
      (count) =>
        at + count <= words.length &&
        fieldNamed(remittanceFields, words.slice(at, at + count).join(' ')) !== undefined,
    );
    if (length !== undefined) {
      found.push(fieldNamed(remittanceFields, words.slice(at, at + length).join(' ')));
    }
    at += length ?? 1;
  }
  return found.length * 3 >= words.length ? found : [];
}

/** The rows below a header when they have its cells; undefined when they do not. */
export function rowsBelow(header: TextHeader, lines: readonly TextLine[]): Row[] | undefined {
  const width = header.cells.length;
  if (width < 3) return undefined;
  const rows: Row[] = [];
  let uneven = 0;
  for (const { record, text } of lines.slice(header.at + 1)) {
    if (text.trim() === '' || /^[\s|+=_-]+$/u.test(text)) continue;
    const cells = cellsOf(text);
    if (cells.length !== width) uneven += 1;
    if (cells.length < 2 || cells.length > width) continue;
    const missing = Array.from({ length: width - cells.length }, () => '');
    rows.push({ line: record, cells: [...cells, ...missing] });
  }
  const parted = /\t|\|/u.test(lines[header.at]?.text ?? '');
  // Wide gaps lose empty cells, so a row that lacks one has slipped; tabs and pipes keep them.
  return rows.length > 0 && (parted || uneven === 0) ? rows : undefined;
}
