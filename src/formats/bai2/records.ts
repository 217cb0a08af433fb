/**
 * The lines of a BAI2 file gathered into its records: `01 02 03 16 49 98 99`, each with the
 * `88` records that continue it.
 *
 *   16,195,1125,,REF/    88,MORE TEXT     one record, two physical ones
 *
 * Banks put several records on one line, pad lines with blanks, and break a text over lines
 * that carry no code at all; a text may hold commas and slashes.
 */
import { BadRecord } from '../bad-record.ts';
import { decodeText } from '../csv/encoding.ts';
import { textLines, withoutPadding } from '../text-chunks.ts';

export type Bai2Record = {
  readonly code: string;
  /** The line it begins on, counted from 1. */
  readonly line: number;
  /** What follows the code, one piece for itself and one for each continuation. */
  readonly pieces: string[];
  /** Records as a trailer counts them: itself and its `88`s. */
  physical: number;
  /** Characters at which the bank cuts its lines; a full one may end inside a word. */
  readonly width: number | undefined;
};

const coded = /^(01|02|03|16|49|88|98|99),/u;
/** A slash, blanks, and what can only be the beginning of the next record. */
const nextOnLine =
  /\/\s+(?=(?:0[1-3],|16,\d{3},\d*,|49,[-+]?\d*,\d+|88,|98,[-+]?\d*,\d+|99,[-+]?\d*,\d+))/u;

/** The records of a file in its order; throws BadRecord at a line that is none. */
export function* bai2Records(bytes: Uint8Array): Generator<Bai2Record> {
  let open: Bai2Record | undefined;
  const width = statedWidth(bytes);
  for (const [line, piece] of pieces(bytes, width)) {
    const code = coded.exec(piece)?.[1];
    if (code === undefined) {
      runOn(open, line, piece);
      continue;
    }
    const body = piece.slice(3);
    if (code === '88') {
      if (!open) throw noHeader(line, code);
      open.pieces.push(body);
      open.physical += 1;
      continue;
    }
    if (open) yield open;
    open = { code, line, pieces: [body], physical: 1, width };
  }
  if (open) yield open;
}

/** A line without a code is the rest of the text before it; anywhere else it is an error. */
function runOn(open: Bai2Record | undefined, line: number, piece: string): void {
  if (open === undefined) throw noHeader(line, undefined, piece);
  if (open.code !== '16') throw new BadRecord(line, `"${piece.slice(0, 2)}" is no BAI2 record`);
  open.pieces.push(piece);
}

/** A file without its 01 record: a piece of one, or one whose header states another code. */
export function noHeader(line: number, code: string | undefined, text = ''): BadRecord {
  const found = code === undefined ? `"${text.slice(0, 20).trim()}"` : `record ${code}`;
  const missing = 'its beginning is missing or damaged';
  return new BadRecord(
    line,
    `a BAI2 file begins with an 01 record, this one with ${found}: ${missing}`,
  );
}

/** Field 7 of the file header: how long the bank makes its lines; blank means as they come. */
function statedWidth(bytes: Uint8Array): number | undefined {
  const start = decodeText(bytes.subarray(0, 400)).text.trimStart();
  const header = /^[^\r\n/]*/u.exec(start)?.[0] ?? '';
  const stated = Number(header.split(',')[6]);
  return Number.isInteger(stated) && stated >= 20 && stated <= 4096 ? stated : undefined;
}

/** Every piece of a line that is a record of its own, with the line's number. */
function* pieces(
  bytes: Uint8Array,
  width: number | undefined,
): Generator<readonly [number, string]> {
  for (const [number, whole] of lines(bytes, width)) {
    const line = withoutPadding(whole);
    if (line === '') continue;
    if (!line.includes('/ ') && !line.includes('/\t')) {
      yield [number, coded.test(line) ? line : line.trimStart()];
      continue;
    }
    for (const piece of line.split(nextOnLine)) {
      const trimmed = piece.trim();
      if (trimmed !== '') yield [number, trimmed];
    }
  }
}

/** A file that is one line is cut at the width that it states. */
function* lines(
  bytes: Uint8Array,
  width: number | undefined,
): Generator<readonly [number, string]> {
  for (const [number, line] of textLines(bytes)) {
    if (width === undefined || number > 1 || line.length <= width) {
      yield [number, line];
      continue;
    }
    for (let at = 0; at < line.length; at += width) {
      yield [at / width + 1, line.slice(at, at + width)];
    }
  }
}
