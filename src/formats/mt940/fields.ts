/**
 * The fields of SWIFT statements, out of whatever banks wrap around them: the envelope
 * `{1:…}{4:`, header lines that are not SWIFT, control bytes, blank lines.
 *
 *   file ──▶ fields `:61:` with the lines that continue them; a `:20:` begins a message
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
  /** Is it the first of a message? */
  readonly begins: boolean;
};

const tagged = /^:(13D?|20|21|25P?|28C?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]|NS):(.*)$/su;
const tagsWithin = /:(13D|20|25P?|28C?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]):/gu;
const block = /\{[1235]:[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/gu;
/** Control characters, tabs aside. */
const oddBytes = /[^\P{Cc}\t]/gu;

/** The fields of a file, each as soon as the next begins; text of none of them is left out. */
export function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  let open: OpenField | undefined;
  for (const { line: raw, record, below } of linesOf(bytes)) {
    const line = withoutEnvelope(raw.replace(oddBytes, ''));
    const [, tag, value = ''] = tagged.exec(line) ?? [];
    if (tag === undefined) {
      if (open && !endsMessage(line, below)) open.lines.push(line);
      continue;
    }
    const begins = open === undefined || tag === '20';
    if (open) yield open;
    open = { tag, record, lines: [value], begins };
  }
  if (open) yield open;
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

type OpenField = Field & { lines: string[] };

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
