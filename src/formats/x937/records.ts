/**
 * The records of an X9.37 file, however they are framed.
 *
 *   00 00 00 50 │ 01…            a length of four bytes before each record (most banks)
 *   01… ⏎ 10… ⏎ 20…              80 characters each, with or without a line end
 *
 * The text of a record is ASCII or EBCDIC, an image in it is bytes in either; so the length
 * of a bare image record stands inside it, and is never looked for by its line end.
 */
import { decodeEbcdic } from './ebcdic.ts';
import { imageData } from './layout.ts';

export type Encoding = 'ASCII' | 'EBCDIC';

export type CheckRecord = {
  /** `01`, `25`, `52` … */
  readonly type: string;
  /** The characters of the record; of an image record only its fixed beginning. */
  readonly text: string;
  readonly image?: Uint8Array;
  /** Its number in the file, counted from 1. */
  readonly number: number;
};

export type Framing = { readonly encoding: Encoding; readonly prefixed: boolean };

const shortest = 80;
/** The longest record that holds no image, with room for an archive key of 9,999 characters. */
const longestText = 16_384;

/** How the file is framed, by its first bytes; undefined when it does not begin with a 01. */
export function framingOf(bytes: Uint8Array): Framing | undefined {
  const prefixed = bytes[0] === 0 && bytes[1] === 0 && readLength(bytes, 0) >= shortest;
  const at = prefixed ? 4 : 0;
  const first = bytes.subarray(at, at + 35);
  for (const encoding of ['ASCII', 'EBCDIC'] as const) {
    if (/^01\d\d[A-Z].{9}.{9}\d{8}/u.test(decode(first, encoding))) return { encoding, prefixed };
  }
  return undefined;
}

/** The records in order; undefined last where one breaks off. */
export function* recordsOf(
  bytes: Uint8Array,
  { encoding, prefixed }: Framing,
): Generator<CheckRecord | undefined> {
  let at = 0;
  let number = 0;
  while (at < bytes.length) {
    if (isPadding(bytes, at)) return;
    number += 1;
    const start = prefixed ? at + 4 : at;
    const length = prefixed ? readLength(bytes, at) : bareLength(bytes, at, encoding);
    const end = start + (length ?? 0);
    if (length === undefined || length < 2 || end > bytes.length) {
      return yield undefined;
    }
    const record = cut(bytes.subarray(start, end), encoding, number);
    yield record;
    if (record === undefined) return;
    at = prefixed ? end : afterLineEnd(bytes, end);
  }
}

function cut(bytes: Uint8Array, encoding: Encoding, number: number): CheckRecord | undefined {
  const type = decode(bytes.subarray(0, 2), encoding);
  if (!/^\d\d$/u.test(type)) return undefined;
  if (type !== '52') {
    if (bytes.length > longestText) return undefined;
    return { type, text: decode(bytes, encoding), number };
  }
  const places = imagePlaces(bytes, encoding);
  if (places === undefined || places.to > bytes.length) return undefined;
  const text = decode(bytes.subarray(0, imageData.keyLength[1]), encoding);
  return { type, text, image: bytes.slice(places.from, places.to), number };
}

/** Where the image stands in an image record: behind a key and a signature of any length. */
function imagePlaces(
  bytes: Uint8Array,
  encoding: Encoding,
): { from: number; to: number } | undefined {
  const digits = (from: number, width: number) => {
    const text = decode(bytes.subarray(from, from + width), encoding).trim();
    if (text === '') return 0;
    return /^\d+$/u.test(text) ? Number(text) : undefined;
  };
  const fixed = imageData.keyLength[1];
  const key = digits(fixed - 4, 4);
  if (key === undefined) return undefined;
  const signature = digits(fixed + key, 5);
  if (signature === undefined) return undefined;
  const length = fixed + key + 5 + signature;
  const image = digits(length, 7);
  return image === undefined ? undefined : { from: length + 7, to: length + 7 + image };
}

/** The length of a bare record, by its type. */
function bareLength(bytes: Uint8Array, at: number, encoding: Encoding): number | undefined {
  const type = decode(bytes.subarray(at, at + 2), encoding);
  if (type === '52') return imagePlaces(bytes.subarray(at), encoding)?.to;
  if (type === '62') return Math.min(100, lineLength(bytes, at));
  if (type === '27' || type === '34') return addendumLength(bytes, at, encoding);
  return Math.min(shortest, bytes.length - at);
}

/** 27 and 34 grow with the key of the image in the archive. */
function addendumLength(bytes: Uint8Array, at: number, encoding: Encoding): number {
  const text = decode(bytes.subarray(at, at + 22), encoding);
  const key = /^\d{4}$/u.test(text.slice(18)) ? Number(text.slice(18)) : 34;
  return text[2] === '1' ? 46 + key : shortest;
}

/** Up to the line end, for a record that producers write in two lengths. */
function lineLength(bytes: Uint8Array, at: number): number {
  const end = bytes.subarray(at, at + 101).findIndex((byte) => byte === 0x0a || byte === 0x0d);
  return end < 0 ? 100 : end;
}

function afterLineEnd(bytes: Uint8Array, at: number): number {
  const past = bytes[at] === 0x0d ? at + 1 : at;
  return bytes[past] === 0x0a || bytes[past] === 0x25 ? past + 1 : past;
}

/** Zeros, blanks or line ends up to the end of the file: the padding of a block. */
function isPadding(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? 0;
  if (![0x00, 0x0a, 0x0d, 0x1a, 0x20, 0x40].includes(first)) return false;
  if (first === 0 && (bytes[at + 3] ?? 0) !== 0) return false;
  return bytes.subarray(at).every((byte) => [0, 0x0a, 0x0d, 0x1a, 0x20, 0x40].includes(byte));
}

function readLength(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((sum, offset) => sum * 256 + (bytes[at + offset] ?? 0), 0);
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'EBCDIC') return decodeEbcdic(bytes);
  return String.fromCharCode(...bytes);
}
