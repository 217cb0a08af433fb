/**
 * The fields of SWIFT statements, out of whatever banks wrap around them: the envelope
 * `{1:…}{4:`, header lines that are not SWIFT, control bytes, blank lines.
 *
 *   file ──▶ messages (one a `:20:`) ──▶ fields `:61:` with the lines that continue them
 *
 * A line continues the field above it unless it begins with a tag that statements have: a
 * wrapped time such as `:12:11` is text.
 */
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

/** The messages of a file; text that belongs to none of them is left out. */
export function messagesOf(text: string): Message[] {
  const messages: { record: number; fields: OpenField[] }[] = [];
  const lines = linesOf(text);
  for (const [at, raw] of lines.entries()) {
    const line = withoutEnvelope(raw.replace(oddBytes, ''));
    const field = fieldOf(line, at + 1);
    const last = messages.at(-1);
    if (field === undefined) {
      if (last && !endsMessage(line, lines, at)) last.fields.at(-1)?.lines.push(line);
    } else if (last === undefined || field.tag === '20') {
      messages.push({ record: at + 1, fields: [field] });
    } else {
      last.fields.push(field);
    }
  }
  return messages;
}

/** The lines; a file that came without its line breaks is broken before each tag. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/u);
  const told = lines.filter((line) => line.trim() !== '');
  if (told.length !== 1) return lines;
  return text.trim().replace(/-$/u, '').replaceAll(tagsWithin, '\n:$1:').split('\n');
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
function endsMessage(line: string, lines: readonly string[], at: number): boolean {
  const plain = line.trim();
  if (plain === '') return true;
  if (/^:\d{3}:/u.test(plain)) return true;
  if (plain !== '-') return false;
  const next = lines.slice(at + 1, at + 6).find((below) => below.trim() !== '') ?? ':20:';
  return /^\p{Cc}*[:{-]/u.test(next) || !/[a-z\d]/iu.test(next);
}
