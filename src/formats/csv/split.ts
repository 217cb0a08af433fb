/**
 * Separated text cut into rows and cells.
 *
 * Written by hand for three reasons: every row must keep its physical line, a stray quote
 * must cost one cell and not the rest of the file, and the types of the parsers on npm bring
 * all of Node into the pure rooms. A quote opens a cell only at its start; one that is never
 * closed properly is a character like any other and is reported.
 */
import { type Row } from '../table.ts';

export type SplitText = {
  readonly rows: readonly Row[];
  /** Lines on which a quote opened a cell and nothing closed it. */
  readonly strayQuotes: readonly number[];
  /** The line on which the text after the last row begins. */
  readonly nextLine: number;
};

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;

/**
 * Cuts text at a separator of one character; line ends are LF, CR LF, CR (old Mac) or the
 * CR CR LF of doubled conversions. Blank lines come out as rows of one empty cell. Stops
 * after `mostRows` rows; the text begins on `line` of its file.
 */
export function splitText(
  text: string,
  delimiter: string,
  mostRows = Infinity,
  fromLine = 1,
): SplitText {
  const separator = delimiter.charCodeAt(0);
  const rows: Row[] = [];
  const strayQuotes: number[] = [];
  let at = 0;
  let line = fromLine;
  while (at < text.length && rows.length < mostRows) {
    const firstLine = line;
    const cells: string[] = [];
    for (;;) {
      const opening = openingQuote(text, at, separator);
      const quoted = opening < 0 ? undefined : quotedCell(text, opening, separator);
      if (quoted === undefined) {
        const end = endOfCell(text, at, separator);
        if (opening >= 0) strayQuotes.push(line);
        cells.push(text.slice(at, end));
        at = end;
      } else {
        cells.push(quoted.value);
        at = quoted.end;
        line += quoted.lineEnds;
      }
      if (text.charCodeAt(at) !== separator) break;
      at += 1;
    }
    rows.push({ line: firstLine, cells });
    at = afterLineEnd(text, at);
    line += 1;
  }
  return { rows, strayQuotes, nextLine: line };
}

/** Where a quote opens the cell that begins at `at`, blanks before it allowed; −1 if none. */
function openingQuote(text: string, at: number, separator: number): number {
  let place = at;
  while (text.charCodeAt(place) === blank && separator !== blank) place += 1;
  return text.charCodeAt(place) === quote ? place : -1;
}

type QuotedCell = { readonly value: string; readonly end: number; readonly lineEnds: number };

/** The cell that a quote opens, or undefined when no quote closes it as one should. */
function quotedCell(text: string, opening: number, separator: number): QuotedCell | undefined {
  let closing = text.indexOf('"', opening + 1);
  let doubled = false;
  while (closing >= 0 && text.charCodeAt(closing + 1) === quote) {
    doubled = true;
    closing = text.indexOf('"', closing + 2);
  }
  if (closing < 0) return undefined;
  const raw = text.slice(opening + 1, closing);
  const inside = doubled ? raw.replaceAll('""', '"') : raw;
  const end = endOfCell(text, closing + 1, separator);
  const tail = text.slice(closing + 1, end);
  const lineEnds = countLineEnds(raw);
  if (tail === '' || tail.trim() === '') return { value: inside, end, lineEnds };
  return lineEnds === 0 ? { value: inside + tail, end, lineEnds } : undefined;
}

function endOfCell(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === lineFeed || code === carriageReturn) break;
  }
  return at;
}

function afterLineEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== carriageReturn) return at + 1;
  if (text.charCodeAt(at + 1) === lineFeed) return at + 2;
  const doubled =
    text.charCodeAt(at + 1) === carriageReturn && text.charCodeAt(at + 2) === lineFeed;
  return doubled ? at + 3 : at + 1;
}

function countLineEnds(text: string): number {
  return text.match(/\r\r\n|\r\n|\n|\r/gu)?.length ?? 0;
}
