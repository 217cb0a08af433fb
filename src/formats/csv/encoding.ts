/**
 * The bytes of a text file made into text.
 *
 * Systems write UTF-8, Excel writes UTF-16 and the code page of western Windows, and none
 * of them says so. A byte-order mark decides; without one, bytes that are good UTF-8 are
 * UTF-8; of those that cannot be, the lists of Japanese banks are known by their pairs of bytes
 * (Shift_JIS), and the rest is read as Windows-1252, which accepts anything.
 */
import { type TextEncoding } from '../table.ts';

/**
 * The decoder of the Encoding standard, which every place this program runs in has. It
 * turns bytes into text and does nothing else, so a pure room may use it; declared here
 * because the pure rooms compile without the libraries of browser and Node.
 */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

export type DecodedText = {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Characters that no encoding could read; they stand as U+FFFD in the text. */
  readonly undecodable: number;
};

/**
 * Text without its byte-order mark and without what old machines leave at its end. Bytes
 * that are no text at all come out as Windows-1252.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { text, ...decoded } = decodeWhole(bytes);
  return { ...decoded, text: withoutEndMark(text) };
}

/** The text up to what transfers from old machines leave behind it: Control-Z, zeros to a block. */
export function withoutEndMark(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 0x1a || text[end - 1] === '\0')) end -= 1;
  return text.slice(0, end);
}

function decodeWhole(bytes: Uint8Array): DecodedText {
  const wide = utf16Order(bytes);
  if (wide !== undefined) return { text: decodeUtf16(bytes, wide), encoding: wide, undecodable: 0 };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8', undecodable: 0 };
  } catch {
    return decodeDamaged(hasMark(bytes) ? bytes.subarray(3) : bytes);
  }
}

/** The mark of UTF-8, which some programs put before any text. */
function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** UTF-16 by its mark, or by the zero bytes that western text in it is full of. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = sample.length * 0.3;
  if (odd > many && even * 10 < odd) return 'utf-16le';
  return even > many && odd * 10 < even ? 'utf-16be' : undefined;
}

function decodeUtf16(bytes: Uint8Array, order: 'utf-16le' | 'utf-16be'): string {
  return new TextDecoder(order).decode(bytes);
}

/**
 * Text that is not good UTF-8: mostly good UTF-8 with a few broken bytes keeps its accents
 * and reports the breaks; anything else was written on a Japanese or a western Windows.
 */
function decodeDamaged(bytes: Uint8Array): DecodedText {
  const { good, broken } = countSequences(bytes);
  if (good > broken) {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { text, encoding: 'utf-8', undecodable: text.split('\uFFFD').length - 1 };
  }
  const japanese = decodeShiftJis(bytes);
  if (japanese !== undefined) return { text: japanese, encoding: 'shift_jis', undecodable: 0 };
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252', undecodable: 0 };
}

/** Two kana or kanji beside each other; western text has no such bytes in a row. */
const pairs = /(?:[\u0081-\u009F][\u0040-\u007E\u0080-\u00FC]){2}/gu;

/** As little as a heading of two words. */
const leastPairs = 2;

/** The text, where it is good Shift_JIS throughout and holds kana or kanji in a row. */
function decodeShiftJis(bytes: Uint8Array): string | undefined {
  const latin = String.fromCharCode(...bytes.subarray(0, 8192));
  if ([...latin.matchAll(pairs)].length < leastPairs) return undefined;
  try {
    return new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Good multi-byte sequences of UTF-8 against bytes that belong to none. */
function countSequences(bytes: Uint8Array): { good: number; broken: number } {
  let good = 0;
  let broken = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    at += 1;
    if (lead < 0x80) continue;
    const more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    const tail = bytes.subarray(at, at + more);
    const complete = more > 0 && lead < 0xf5 && tail.length === more;
    if (complete && tail.every((byte) => byte >= 0x80 && byte < 0xc0)) {
      good += 1;
      at += more;
    } else {
      broken += 1;
    }
  }
  return { good, broken };
}

/** Where Windows-1252 differs from Latin-1: 0x80 to 0x9F, empty places kept as they are. */
const upperHalf =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021' +
  '\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014' +
  '\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Decoded by hand: what runtimes call windows-1252 differs in just these places. */
function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    const piece = bytes.subarray(at, at + 8192);
    const latin = String.fromCharCode(...piece);
    pieces.push(
      latin.replace(/[\u0080-\u009F]/gu, (odd) => upperHalf[odd.charCodeAt(0) - 0x80] ?? odd),
    );
  }
  return pieces.join('');
}
