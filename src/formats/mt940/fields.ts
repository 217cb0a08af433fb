/**
 * The fields of SWIFT statements, out of whatever banks wrap around them: the envelope
 * `{1:…}{4:`, header lines that are not SWIFT, control bytes, blank lines.
 *
 *   file ──▶ messages (one a `:20:`) ──▶ fields `:61:` with the lines that continue them
 *
 * A line continues the field above it unless it begins with a tag that statements have: a
 * wrapped time such as `:12:11` is text.
 */
import { decodeText } from '../csv/encoding.ts';
import { textLines } from '../text-chunks.ts';

export type Field = {
  readonly tag: string;
  /** Line of the file, counted from 1. */
  readonly record: number;
  readonly lines: readonly string[];
};

export type Message = { readonly record: number; readonly fields: readonly Field[] };

const tagged = /^:(13D?|20|21|25P?|28C?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]|NS):(.*)$/su;
const tagsWithin = /:(13D|20|25P?|28C?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]):/gu;
const block = /\{[1235]:[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/gu;
/** Control characters, tabs aside. */
const oddBytes = /[^\P{Cc}\t]/gu;

/** The messages of a file, each as soon as the next begins; text of none of them is left out. */
export function* messagesOf(bytes: Uint8Array): Generator<Message> {
  let message: { record: number; fields: OpenField[] } | undefined;
  for (const { line: raw, record, below } of linesOf(bytes)) {
    const line = withoutEnvelope(raw.replace(oddBytes, ''));
    const field = fieldOf(line, record);
    if (field === undefined) {
      if (message && !endsMessage(line, below)) message.fields.at(-1)?.lines.push(line);
    } else if (message === undefined || field.tag === '20') {
      if (message) yield message;
      message = { record, fields: [field] };
    } else {
      message.fields.push(field);
    }
  }
  if (message) yield message;
}

type PlacedLine = {
  readonly line: string;
  readonly record: number;
  /** The lines that follow, as many as are looked at. */
  readonly below: readonly string[];
};

/** So many lines below a dash say whether it ends the message. */
const lookedAhead = 5;

function* linesOf(bytes: Uint8Array): Generator<PlacedLine> {
  const waiting: string[] = [];
  let record = 0;
  for (const line of plainLines(bytes)) {
    waiting.push(line);
    if (waiting.length <= lookedAhead) continue;
    record += 1;
    yield { line: waiting.shift() ?? '', record, below: waiting };
  }
  while (waiting.length > 0) {
    record += 1;
    yield { line: waiting.shift() ?? '', record, below: waiting };
  }
}

/** The lines; a file that came without its line breaks is broken before each tag. */
function* plainLines(bytes: Uint8Array): Generator<string> {
  if (isOneLine(bytes)) {
    const text = decodeText(bytes).text.trim().replace(/-$/u, '');
    yield* text.replaceAll(tagsWithin, '\n:$1:').split('\n');
    return;
  }
  for (const [, line] of textLines(bytes)) {
    // Old machines end some lines with a carriage return alone.
    if (line.includes('\r')) yield* line.split('\r');
    else yield line;
  }
}

function isOneLine(bytes: Uint8Array): boolean {
  let told = 0;
  for (const [, text] of textLines(bytes)) {
    for (const line of text.split('\r')) if (line.trim() !== '') told += 1;
    if (told > 1) return false;
  }
  return told === 1;
}

type OpenField = { tag: string; record: number; lines: string[] };

function fieldOf(line: string, record: number): OpenField | undefined {
  const match = tagged.exec(line);
  return match ? { tag: match[1] ?? '', record, lines: [match[2] ?? ''] } : undefined;
}

/** Without blocks 1, 2, 3 and 5, and without the brackets of block 4. */
function withoutEnvelope(line: string): string {
  if (!/^-?[{}]|-\}/u.test(line)) return line;
  return line
    .replace(block, '')
    .replace(/^-?\{4:/u, '')
    .replace(/-\}(?:\{4:)?$/u, '')
    .replace(/^-\}(?:\{4:)?/u, '-');
}

/** A dash ends the message, unless text goes on below it: then it is a dash that wrapped. */
function endsMessage(line: string, below: readonly string[]): boolean {
  const plain = line.trim();
  if (plain === '') return true;
  if (/^:\d{3}:/u.test(plain)) return true;
  if (plain !== '-') return false;
  const next = below.find((each) => each.trim() !== '') ?? ':20:';
  return /^\p{Cc}*[:{-]/u.test(next) || !/[a-z\d]/iu.test(next);
}
