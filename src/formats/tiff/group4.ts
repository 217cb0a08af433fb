/**
 * Writes a black-and-white picture as the TIFF that banks exchange: one strip, CCITT Group 4
 * (ITU-T T.6), as ANSI X9.100-181 wants it.
 *
 * Each row is told by how it differs from the row above: a change of colour straight below
 * one costs a bit, within three dots a few, any other is written as two runs.
 */
import { codeOfRun } from './run-codes.ts';

export type Bitmap = {
  readonly width: number;
  readonly height: number;
  /** One byte a dot, row by row; 1 is black. */
  readonly dots: Uint8Array;
};

/** Makes dots of a picture; undefined when the bytes are no picture it can open. */
export type OpenPicture = (bytes: Uint8Array) => Bitmap | undefined;

/** Scanners of checks take 200 dots an inch. */
const dotsPerInch = 200;

/** The TIFF of a picture, little-endian, white where no dot is. */
export function group4Tiff(bitmap: Bitmap): Uint8Array {
  const strip = encodeGroup4(bitmap);
  const entries: readonly (readonly [tag: number, type: 3 | 4 | 5, value: number])[] = [
    [256, 4, bitmap.width],
    [257, 4, bitmap.height],
    [258, 3, 1],
    [259, 3, 4],
    [262, 3, 0],
    [266, 3, 1],
    [273, 4, 0],
    [274, 3, 1],
    [277, 3, 1],
    [278, 4, bitmap.height],
    [279, 4, strip.length],
    [282, 5, 0],
    [283, 5, 0],
    [293, 4, 0],
    [296, 3, 2],
  ];
  const resolutionAt = 8 + 2 + entries.length * 12 + 4;
  const stripAt = resolutionAt + 8;
  const places: Readonly<Record<number, number>> = {
    273: stripAt,
    282: resolutionAt,
    283: resolutionAt,
  };
  const bytes = [0x49, 0x49, 42, 0, ...little(8, 4), ...little(entries.length, 2)];
  for (const [tag, type, value] of entries) {
    bytes.push(...little(tag, 2), ...little(type, 2), ...little(1, 4));
    bytes.push(...little(places[tag] ?? value, 4));
  }
  bytes.push(...little(0, 4), ...little(dotsPerInch, 4), ...little(1, 4));
  const file = new Uint8Array(bytes.length + strip.length);
  file.set(bytes);
  file.set(strip, bytes.length);
  return file;
}

function little(value: number, width: number): number[] {
  return Array.from({ length: width }, (_, at) => (value >>> (8 * at)) & 0xff);
}

/** The rows in T.6, with the mark that ends them. */
function encodeGroup4({ width, height, dots }: Bitmap): Uint8Array {
  const bits = bitWriter();
  let above: readonly number[] = [];
  for (let row = 0; row < height; row += 1) {
    const changes = changesIn(dots.subarray(row * width, (row + 1) * width));
    encodeRow(changes, above, width, bits.write);
    above = changes;
  }
  bits.write(`${endOfLine}${endOfLine}`);
  return bits.bytes();
}

const endOfLine = '000000000001';

/** Where the colour changes along a row that begins white. */
function changesIn(row: Uint8Array): number[] {
  const changes: number[] = [];
  let colour = 0;
  for (const [at, dot] of row.entries()) {
    if (dot === colour) continue;
    changes.push(at);
    colour = dot;
  }
  return changes;
}

/** By how far the change lies right of the one above it. */
const vertical: Readonly<Record<number, string>> = {
  [-3]: '0000010',
  [-2]: '000010',
  [-1]: '010',
  0: '1',
  1: '011',
  2: '000011',
  3: '0000011',
};

function encodeRow(
  row: readonly number[],
  above: readonly number[],
  width: number,
  write: (bits: string) => void,
): void {
  let at = -1;
  let colour = 0;
  let next = 0;
  let upper = 0;
  while (at < width) {
    while ((row[next] ?? width) <= at && next < row.length) next += 1;
    const change = row[next] ?? width;
    // The first change above, right of here, to the other colour: even ones turn to black.
    while (upper > 0 && (above[upper - 1] ?? 0) > at) upper -= 1;
    while (upper < above.length && ((above[upper] ?? 0) <= at || upper % 2 !== colour)) upper += 1;
    const first = above[upper] ?? width;
    const second = above[upper + 1] ?? width;
    const code = vertical[change - first];
    if (second < change) {
      write('0001');
      at = second;
    } else if (code !== undefined) {
      write(code);
      at = change;
      colour = 1 - colour;
    } else {
      const end = row[next + 1] ?? width;
      write(`001${codeOfRun(change - Math.max(at, 0), colour === 1)}`);
      write(codeOfRun(end - change, colour === 0));
      at = end;
    }
  }
}

/** Bits put into bytes, the first one highest. */
function bitWriter() {
  const written: number[] = [];
  let byte = 0;
  let filled = 0;
  return {
    write(bits: string): void {
      for (const bit of bits) {
        byte = byte * 2 + Number(bit);
        filled += 1;
        if (filled < 8) continue;
        written.push(byte);
        byte = 0;
        filled = 0;
      }
    },
    bytes(): Uint8Array {
      return Uint8Array.from(filled === 0 ? written : [...written, byte << (8 - filled)]);
    },
  };
}
