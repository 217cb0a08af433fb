/**
 * `winmail.dat`: what Outlook sends when it thinks that the other side is Outlook too (TNEF).
 *
 *   signature  key  (level  id  length  data  checksum)…
 *
 * The files of the mail lie inside, and sometimes its only words, as rich text
 * perhaps. The reader is total: a file that breaks off gives what stood whole before the break,
 * and says so; nothing is run, and no length in it is trusted.
 *
 * Source: Microsoft, [MS-OXTNEF] Transport Neutral Encapsulation Format.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Property, readProperties } from './properties.ts';
import { unpackRtf } from './compressed-rtf.ts';
import { textOfRtf } from './rtf-text.ts';
import { textOfBytes, wideText } from './text.ts';

export type TnefFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

export type Tnef = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly files: readonly TnefFile[];
  /** False when it broke off. */
  readonly whole: boolean;
};

const signature = 0x22_3e_9f_78;
const mostFiles = 200;
const headBytes = 9;

/** What an attribute is about, by the low half of its id. */
const attribute = {
  subject: 0x80_04,
  body: 0x80_0c,
  fileData: 0x80_0f,
  fileTitle: 0x80_10,
  nextFile: 0x90_02,
  message: 0x90_03,
  fileProperties: 0x90_05,
  codepage: 0x90_07,
} as const;

/** What a property is about ([MS-OXPROPS]). */
const property = {
  subject: 0x00_37,
  body: 0x10_00,
  html: 0x10_13,
  rtf: 0x10_09,
  data: 0x37_01,
  fileName: 0x37_04,
  longFileName: 0x37_07,
  mediaType: 0x37_0e,
  displayName: 0x30_01,
} as const;

type Draft = { name: string; longName: string; type: string; bytes: Uint8Array | undefined };
type Reading = {
  subject: string;
  text: string;
  html: string;
  /** Packed; read only where there are no other words. */
  rtf: Uint8Array | undefined;
  codepage: number;
  readonly drafts: Draft[];
};

export function isTnef(bytes: Uint8Array): boolean {
  return bytes.length >= 6 && viewOf(bytes).getUint32(0, true) === signature;
}

/** Refused only when it is no TNEF at all. */
export function readTnef(bytes: Uint8Array): Outcome<Tnef, 'read.unknown_format'> {
  if (!isTnef(bytes)) return refuse('read.unknown_format', { found: 'no TNEF' });
  const view = viewOf(bytes);
  const reading: Reading = {
    subject: '',
    text: '',
    html: '',
    rtf: undefined,
    codepage: 1252,
    drafts: [],
  };
  let at = 6;
  let whole = true;
  while (at < bytes.length) {
    if (at + headBytes > bytes.length) {
      whole = false;
      break;
    }
    const id = view.getUint32(at + 1, true) & 0xff_ff;
    const length = view.getUint32(at + 5, true);
    const from = at + headBytes;
    if (from + length + 2 > bytes.length) {
      whole = false;
      break;
    }
    take(reading, id, bytes.subarray(from, from + length));
    at = from + length + 2;
  }
  const { subject, html, rtf, drafts } = reading;
  const hasWords = reading.text.trim() !== '' || html.trim() !== '';
  const text = hasWords || rtf === undefined ? reading.text : textOfRtf(unpackRtf(rtf));
  return accept({ subject, text, html, files: drafts.flatMap(fileOf), whole });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function take(reading: Reading, id: number, data: Uint8Array): void {
  const narrow = (): string => textOfBytes(data, reading.codepage);
  const draft = reading.drafts.at(-1);
  if (id === attribute.codepage && data.length >= 4) {
    reading.codepage = viewOf(data).getUint32(0, true);
  } else if (id === attribute.subject) reading.subject ||= narrow();
  else if (id === attribute.body) reading.text ||= narrow();
  else if (id === attribute.message) takeMessage(reading, readProperties(data));
  else if (id === attribute.nextFile && reading.drafts.length < mostFiles) {
    reading.drafts.push({ name: '', longName: '', type: '', bytes: undefined });
  } else if (draft === undefined) return;
  else if (id === attribute.fileTitle) draft.name = narrow();
  else if (id === attribute.fileData) draft.bytes = data;
  else if (id === attribute.fileProperties) takeFile(draft, readProperties(data), reading.codepage);
}

function takeMessage(reading: Reading, properties: readonly Property[]): void {
  for (const each of properties) {
    if (each.id === property.rtf && each.kind === 'bytes') {
      reading.rtf ??= each.value;
      continue;
    }
    const said = valueText(each, reading.codepage);
    if (each.id === property.subject) reading.subject = said || reading.subject;
    else if (each.id === property.body) reading.text = said || reading.text;
    else if (each.id === property.html) reading.html = said || reading.html;
  }
}

function takeFile(draft: Draft, properties: readonly Property[], codepage: number): void {
  for (const each of properties) {
    if (each.id === property.data && each.value.length > 0) draft.bytes ??= each.value;
    const text = valueText(each, codepage);
    if (each.id === property.longFileName) draft.longName = text;
    else if (each.id === property.fileName || each.id === property.displayName) {
      draft.name ||= text;
    } else if (each.id === property.mediaType) draft.type = text;
  }
}

function valueText({ kind, value }: Property, codepage: number): string {
  return kind === 'wide' ? wideText(value) : textOfBytes(value, codepage);
}

function fileOf({ name, longName, type, bytes }: Draft, at: number): TnefFile[] {
  if (bytes === undefined) return [];
  const called = (longName || name).replaceAll(/[\p{Cc}/\\]/gu, '').trim();
  return [
    {
      name: called === '' ? `attachment-${at + 1}` : called,
      type: type === '' ? 'application/octet-stream' : type,
      bytes,
    },
  ];
}
