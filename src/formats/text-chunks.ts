/**
 * A large text file piece by piece, so that it never stands in memory as a whole.
 *
 * Pieces end at the end of a line; no character is cut, for the byte of a line end is part
 * of no other character. Text in two-byte units and text without line ends is one piece.
 */
import { decodeText } from './csv/encoding.ts';

const chunkBytes = 65_536;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The text of the bytes in pieces of whole lines, each with its line ends. */
export function* textChunks(bytes: Uint8Array): Generator<string> {
  if (bytes.length <= chunkBytes || hasZeros(bytes)) {
    yield decodeText(bytes).text;
    return;
  }
  let at = 0;
  while (at < bytes.length) {
    const end = lineEnd(bytes, Math.min(at + chunkBytes, bytes.length));
    yield decodeText(bytes.subarray(at, end)).text;
    at = end;
  }
}

/** UTF-16 has them everywhere, other text nowhere. */
function hasZeros(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).includes(0);
}

/** Behind the last line end before this place, else behind the next one after it. */
function lineEnd(bytes: Uint8Array, place: number): number {
  if (place >= bytes.length) return bytes.length;
  for (let at = place; at > place - chunkBytes / 2; at -= 1) {
    const before = bytes[at - 1];
    if (before === lineFeed || (before === carriageReturn && bytes[at] !== lineFeed)) return at;
  }
  const next = bytes.indexOf(lineFeed, place);
  return next < 0 ? bytes.length : next + 1;
}

/**
 * Lines without their line ends, counted from 1; CRLF, LF and the CR of old machines. The third
 * is how many characters of the file stand before the line.
 */
export function* textLines(
  bytes: Uint8Array,
): Generator<readonly [line: number, text: string, before: number]> {
  let number = 0;
  let before = 0;
  for (const chunk of textChunks(bytes)) {
    const end = chunk.includes('\n') ? '\n' : '\r';
    let at = 0;
    while (at < chunk.length) {
      const found = chunk.indexOf(end, at);
      const stop = found < 0 ? chunk.length : found;
      number += 1;
      yield [number, chunk.slice(at, chunk[stop - 1] === '\r' ? stop - 1 : stop), before + at];
      at = stop + 1;
    }
    before += chunk.length;
  }
}

/**
 * A line without the blanks and control characters behind it: padding, and the substitute
 * character that ends old transmissions.
 */
export function withoutPadding(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) <= 0x20) end -= 1;
  return line.slice(0, end);
}
