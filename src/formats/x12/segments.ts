/**
 * The segments of an X12 text, in its order, whatever separates them.
 *
 * Each interchange fixes its own separators, so a text of two may change them half way.
 * Blanks and line ends around a segment are laying out, not content; what stands between
 * two interchanges (prose, page breaks) belongs to neither and is passed over.
 */
import { type Separators, measureSeparators, nextHeaderAt, readHeader } from './separators.ts';

export type Segment = {
  readonly tag: string;
  /** The tag, then the elements: number 2 of BPR is BPR02. */
  readonly elements: readonly string[];
  /** What parts the components of one element. */
  readonly component: string;
  /** Its number in the text, counted from 1. */
  readonly record: number;
};

/** An element without the blanks around it; empty when the segment does not reach so far. */
export function element(segment: Segment, number: number): string {
  return segment.elements[number]?.trim() ?? '';
}

/** The components of an element; a simple element has one. */
export function components(segment: Segment, number: number): string[] {
  return element(segment, number).split(segment.component);
}

/**
 * The segments of a text, `undefined` last when its header breaks off. A text that shows
 * neither a header nor a first tag has none.
 */
export function* segmentsOf(text: string): Generator<Segment | undefined> {
  let record = 0;
  const opening = nextHeaderAt(text, 0);
  if (opening === undefined) {
    const separators = measureSeparators(text);
    if (separators === undefined) return;
    for (const { content } of pieces(text, 0, separators)) {
      record += 1;
      yield cut(content, separators, record);
    }
    return;
  }

  let next: number | undefined = opening;
  while (next !== undefined) {
    const header = readHeader(text, next);
    record += 1;
    if (header === undefined) return yield undefined;
    const { elements, separators } = header;
    yield { tag: 'ISA', elements, component: separators.component, record };
    next = undefined;
    for (const { content, at, end } of pieces(text, header.end, separators)) {
      if (opensInterchange.test(content)) {
        next = nextHeaderAt(text, at);
        break;
      }
      record += 1;
      const read = cut(content, separators, record);
      yield read;
      if (read.tag !== 'IEA') continue;
      next = nextHeaderAt(text, end);
      break;
    }
  }
}

const opensInterchange = /^ISA[^A-Za-z0-9\s]\s*\d\d\s*[^A-Za-z0-9]/u;

type Piece = { readonly content: string; readonly at: number; readonly end: number };

/** What stands between two terminators, without layout; empty ones are passed over. */
function* pieces(text: string, from: number, { terminator }: Separators): Generator<Piece> {
  let at = from;
  while (at < text.length) {
    const found = text.indexOf(terminator, at);
    const end = found < 0 ? text.length : found;
    const raw = text.slice(at, end).trim();
    const content = raw.includes('\n') || raw.includes('\r') ? raw.replace(/[\r\n]+/gu, '') : raw;
    if (content !== '') yield { content, at, end: end + 1 };
    at = end + 1;
  }
}

function cut(content: string, separators: Separators, record: number): Segment {
  const elements = content.split(separators.element);
  return { tag: (elements[0] ?? '').trim(), elements, component: separators.component, record };
}
