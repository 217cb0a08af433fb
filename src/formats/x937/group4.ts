/**
 * Is a picture what banks exchange: a black-and-white TIFF, compressed by CCITT Group 4
 * (ANSI X9.100-181)? Anything else is sent back by the bank, with the whole deposit.
 */

const compressionTag = 259;
const bitsTag = 258;
const group4 = 4;

/** Does the first page of the TIFF say one bit a dot and Group 4? */
export function isGroup4Tiff(bytes: Uint8Array): boolean {
  const little = bytes[0] === 0x49 && bytes[1] === 0x49;
  if (!little && !(bytes[0] === 0x4d && bytes[1] === 0x4d)) return false;
  const number = (at: number, width: number) => readNumber(bytes.subarray(at, at + width), little);
  if (number(2, 2) !== 42) return false;

  const directory = number(4, 4);
  const entries = number(directory, 2);
  if (directory < 8 || directory + 2 + entries * 12 > bytes.length) return false;
  const values = new Map<number, number>();
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    // A short stands in the first two of the four bytes of the value.
    values.set(number(at, 2), number(at + 8, number(at + 2, 2) === 3 ? 2 : 4));
  }
  return values.get(compressionTag) === group4 && (values.get(bitsTag) ?? 1) === 1;
}

function readNumber(bytes: Uint8Array, little: boolean): number {
  const ordered = little ? bytes.toReversed() : bytes;
  return ordered.reduce((sum, byte) => sum * 256 + byte, 0);
}
