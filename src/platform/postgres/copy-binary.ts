/**
 * Rows in COPY's binary format: what many rows at once are sent in.
 *
 *   copyTable('area.thing (thing_id uuid, made_on date, amount_minor bigint)')
 *
 * A table is declared once with its columns and their types, and a row is its values in that
 * order. The database takes a row as it stands, without reading text, which halves its work;
 * a value of another type than its column's throws here and not as a strange number there.
 */
import { daysBetween, parseDay } from '#kernel/day.ts';
import type { CopyRow, CopyValue } from './copy.ts';

type Writer = (page: Page, value: CopyValue) => void;

/** Makes the writer of one column, which may remember what it wrote last. */
type Column = () => Writer;

/** Where rows go: the table with its columns as COPY names them, and what writes each column. */
export type CopyTable = { readonly target: string; readonly writers: readonly Writer[] };

/** Bytes being filled; `at` is the first free one. */
type Page = { bytes: Buffer; view: DataView; at: number };

/** A page goes out once it holds this much, and has room for a row more. */
const fullPage = 65_536;
const pageSize = fullPage + 8192;

function freshBytes(size: number): Pick<Page, 'bytes' | 'view'> {
  const bytes = Buffer.allocUnsafeSlow(size);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** Reads `schema.table (column type, …)`; throws on a type that no row can be written in. */
export function copyTable(declared: string): CopyTable {
  const [, table = '', list = ''] = /^\s*([\w.]+)\s*\(([\s\S]+)\)\s*$/u.exec(declared) ?? [];
  const columns = list.split(',').map((column) => column.trim().split(/\s+/u));
  const names = columns.map(([name = '']) => name);
  const writers = columns.map(([name = '', type = '']) => {
    const column = columnsByType[type];
    if (!column) throw new Error(`${table}.${name}: rows cannot be written as "${type}"`);
    return column();
  });
  return { target: `${table} (${names.join(', ')})`, writers };
}

/** The rows as pieces of about 64 kB, header and trailer included. */
export function* binaryPieces(
  { target, writers }: CopyTable,
  rows: Iterable<CopyRow>,
): Generator<Buffer> {
  const page: Page = { ...freshBytes(pageSize), at: 0 };
  page.at = header.copy(page.bytes);
  for (const row of rows) {
    if (row.length !== writers.length) {
      throw new Error(`a row of ${row.length} values for ${target}`);
    }
    writeRow(page, row, writers);
    if (page.at < fullPage) continue;
    yield page.bytes.subarray(0, page.at);
    Object.assign(page, freshBytes(pageSize));
    page.at = 0;
  }
  reserve(page, 2);
  page.view.setInt16(page.at, -1);
  page.at += 2;
  yield page.bytes.subarray(0, page.at);
}

/** The signature, no flags, no extension (PostgreSQL manual, COPY, "Binary Format"). */
const header = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');

function writeRow(page: Page, row: CopyRow, writers: readonly Writer[]): void {
  reserve(page, 2);
  page.view.setInt16(page.at, writers.length);
  page.at += 2;
  for (let index = 0; index < writers.length; index += 1) {
    const value = row[index];
    if (value === null || value === undefined) {
      reserve(page, 4);
      page.view.setInt32(page.at, -1);
      page.at += 4;
    } else {
      writers[index]?.(page, value);
    }
  }
}

/** Makes room for so many more bytes. */
function reserve(page: Page, size: number): void {
  if (page.at + size <= page.bytes.length) return;
  const wider = freshBytes(Math.max(page.bytes.length * 2, page.at + size));
  page.bytes.copy(wider.bytes, 0, 0, page.at);
  Object.assign(page, wider);
}

const columnsByType: Readonly<Record<string, Column>> = {
  uuid: uuidWriter,
  text: () => writeText,
  smallint: () => (page, value) => {
    const at = sized(page, 2);
    page.view.setInt16(at, within(value, 0x7fff));
  },
  integer: () => (page, value) => {
    const at = sized(page, 4);
    page.view.setInt32(at, within(value, 0x7fffffff));
  },
  bigint: () => (page, value) => {
    const at = sized(page, 8);
    page.view.setBigInt64(at, inRange(typeof value === 'bigint' ? value : BigInt(numberIn(value))));
  },
  boolean: () => (page, value) => {
    const at = sized(page, 1);
    page.bytes[at] = value === true ? 1 : 0;
  },
  date: () => (page, value) => {
    const at = sized(page, 4);
    page.view.setInt32(at, dateNumber(textIn(value)));
  },
  timestamptz: () => (page, value) => {
    const at = sized(page, 8);
    page.view.setBigInt64(at, momentNumber(textIn(value)));
  },
};

/** Writes the length of a value of fixed size and answers where the value goes. */
function sized(page: Page, size: number): number {
  reserve(page, size + 4);
  page.view.setInt32(page.at, size);
  const at = page.at + 4;
  page.at = at + size;
  return at;
}

const mostBig = 2n ** 63n - 1n;

function inRange(value: bigint): bigint {
  if (value > mostBig || value < -mostBig) throw new RangeError(`too large a number: ${value}`);
  return value;
}

function within(value: CopyValue, most: number): number {
  const number = numberIn(value);
  if (!(number <= most && number >= -most)) throw new RangeError(`too large a number: ${number}`);
  return number;
}

const digitOf = new Uint8Array(128).map((_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? 0xff : digit;
});
const dash = 45;

/** One account has many rows after each other: what was written last is often written again. */
function uuidWriter(): Writer {
  let lastText: string | undefined;
  const last = new Uint8Array(16);
  return (page, value) => {
    const text = textIn(value);
    const at = sized(page, 16);
    if (text === lastText) {
      page.bytes.set(last, at);
      return;
    }
    writeUuid(page, text, at);
    lastText = text;
    for (let index = 0; index < 16; index += 1) last[index] = page.bytes[at + index] ?? 0;
  };
}

function writeUuid(page: Page, text: string, from: number): void {
  let at = from;
  const end = at + 16;
  for (let index = 0; index < text.length && at < end; index += 2) {
    if (text.charCodeAt(index) === dash) index += 1;
    const high = digitOf[text.charCodeAt(index)] ?? 0xff;
    const low = digitOf[text.charCodeAt(index + 1)] ?? 0xff;
    if (high > 15 || low > 15) break;
    page.bytes[at] = high * 16 + low;
    at += 1;
  }
  if (at !== end || text.length > 36) throw new RangeError(`not a UUID: "${text}"`);
}

function writeText(page: Page, value: CopyValue): void {
  const text = textIn(value);
  reserve(page, 4 + text.length * 3);
  const from = page.at + 4;
  const size = writePlain(page.bytes, text, from) ?? page.bytes.write(text, from, 'utf8');
  page.view.setInt32(page.at, size);
  page.at = from + size;
}

/** Writes a short text of ASCII letters faster than the encoder is called; else undefined. */
function writePlain(bytes: Buffer, text: string, from: number): number | undefined {
  const { length } = text;
  if (length > 48) return undefined;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) return undefined;
    bytes[from + index] = code;
  }
  return length;
}

function textIn(value: CopyValue): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`expected a text, got ${typeof value}`);
}

function numberIn(value: CopyValue): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  throw new TypeError(`expected a number, got ${typeof value}`);
}

/** The database counts days and moments from the first day of 2000. */
const epoch = parseDay('2000-01-01');
const days = new Map<string, number>([['infinity', 0x7fffffff]]);

function dateNumber(text: string): number {
  const known = days.get(text);
  if (known !== undefined) return known;
  const on = parseDay(text);
  if (!on || !epoch) throw new RangeError(`not a day: "${text}"`);
  const number = daysBetween(epoch, on);
  days.set(text, number);
  return number;
}

let lastMoment = { text: '', number: 0n };

/** Microseconds; the rows of one recording share one moment. */
function momentNumber(text: string): bigint {
  if (text === lastMoment.text) return lastMoment.number;
  const millis = Date.parse(text);
  const micros = /\.\d{3}(\d{3})Z$/u.exec(text)?.[1] ?? '0';
  if (Number.isNaN(millis)) throw new RangeError(`not an instant: "${text}"`);
  const number = BigInt(millis - Date.UTC(2000, 0, 1)) * 1000n + BigInt(micros);
  lastMoment = { text, number };
  return number;
}
