/**
 * What a file is, by its first bytes; its name says nothing.
 *
 * Known are separated text and XLSX workbooks. Everything else is named as what it is, so
 * that the person who sent it reads `this is a PDF` and not a thousand bad rows.
 */
import { decodeText } from './csv/encoding.ts';
import { chooseDelimiter, evenness } from './csv/delimiter.ts';
import { readZipDirectory } from './xlsx-sheet/zip-directory.ts';

export type Foreign =
  | 'empty'
  | 'binary'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'opendocument'
  | 'word_processor'
  | 'old_excel'
  | 'binary_excel'
  | 'html'
  | 'xml'
  | 'json'
  | 'mail'
  | 'bank_file'
  | 'edi'
  | 'calendar'
  | 'prose';

export type Sniffed = 'csv' | 'xlsx' | Foreign;

const signatures: readonly (readonly [readonly number[], Foreign])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x49, 0x49, 0x2a, 0x00], 'image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'old_excel'],
  [[0x1f, 0x8b], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
];

const zipMark = [0x50, 0x4b];

/** Texts of other kinds, by how they begin. */
const openings: readonly (readonly [RegExp, Foreign])[] = [
  [/^\{\\rtf/u, 'word_processor'],
  [/^\{(?:\d{4}\}|1:)/u, 'bank_file'],
  [/^[{[]\s*(?:["{[\]}]|-?\d|true|false|null)/u, 'json'],
  [/^<(?:!doctype html|html|head|body|table)\b/iu, 'html'],
  [/^<(?:\?xml|!--|!doctype|\/?[a-z][\w.:-]*[\s/>])/iu, 'xml'],
  // What stands before it makes it no text to be read.
  [/^[^<]{1,2000}<\?xml\s/u, 'xml'],
  [/^OFXHEADER|^!Type:/iu, 'bank_file'],
  [/^(?:[^\n]*\n){0,4}:\d\d[A-Z]?:/u, 'bank_file'],
  [/^(?:01,[^,\n]*,[^,\n]*,\d{6},|\d\d,[^\n]*\/\s*(?:\n|$))/u, 'bank_file'],
  [/^(?:10[01][^,;\t|\n]{20,}|[1-9]\d{0,2}[ \d]{70,})/u, 'bank_file'],
  [/^ISA[^A-Za-z0-9\r\n]|^(?:UNA|UNB\+|UNH\+|BGM\+)|^ST\*/mu, 'edi'],
  [/^BEGIN:V/u, 'calendar'],
  [/^(?:Return-Path|Received|From|Delivered-To|MIME-Version):? /u, 'mail'],
];

const sampleBytes = 65_536;

/** The kind of a file's bytes. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return 'empty';
  const begun = withoutLead(bytes);
  const signature = signatures.find(([mark]) => startsWith(begun, mark));
  if (signature !== undefined) return signature[1];
  if (startsWith(bytes, zipMark)) return sniffZip(bytes);
  return sniffText(decodeText(bytes.subarray(0, sampleBytes)).text);
}

/** A PDF may come with blanks or a byte-order mark in front; readers of PDF pass over them. */
function withoutLead(bytes: Uint8Array): Uint8Array {
  const lead = [0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf];
  const first = bytes.subarray(0, 1024).findIndex((byte) => !lead.includes(byte));
  return first > 0 && bytes[first] === 0x25 ? bytes.subarray(first) : bytes;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function sniffZip(bytes: Uint8Array): Sniffed {
  const names = new Set(readZipDirectory(bytes)?.map((part) => part.name) ?? []);
  if (names.has('xl/workbook.bin')) return 'binary_excel';
  if (names.has('[Content_Types].xml') && [...names].some((name) => name.startsWith('xl/'))) {
    return 'xlsx';
  }
  if (names.has('mimetype')) return 'opendocument';
  return names.has('word/document.xml') ? 'word_processor' : 'archive';
}

function sniffText(text: string): Sniffed {
  const controls = text.match(/[^\P{Cc}\s\u0080-\u009F]/gu)?.length ?? 0;
  if (controls * 100 > text.length) return 'binary';
  const start = text.trimStart();
  if (start === '') return 'empty';
  const opening = openings.find(([pattern]) => pattern.test(start));
  if (opening !== undefined) return opening[1];
  return isTabular(start) ? 'csv' : 'prose';
}

/** Rows cut evenly into cells, or a single column of short values under a short name. */
function isTabular(text: string): boolean {
  const { width, share, firstToo } = evenness(text, chooseDelimiter(text));
  if (width > 1) return firstToo || share > 0.3;
  const lines = text.split(/\r\n|\n|\r/u, 40).filter((line) => line.trim() !== '');
  const short = lines.every((line) => line.split(' ').length <= 6);
  return short && /^["']?[\p{L}_#][\p{L}\p{N} _#./()-]{0,60}["']?$/u.test(lines[0] ?? '');
}
