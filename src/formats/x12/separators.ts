/**
 * The characters that part an X12 text: its own header says them, they are never assumed.
 *
 *   ISA*00*          *00*  …  *0*P*>~
 *      │ element parts            │└ terminator ends the segment
 *      └ the character after ISA  └ component: the sixteenth element
 *
 * The header is found by its separators, not by its length: real senders collapse the
 * padding blanks of its fields. A text without a header is measured instead.
 */

export type Separators = {
  readonly element: string;
  readonly component: string;
  /** A line feed stands for any line end. */
  readonly terminator: string;
};

export type InterchangeHeader = {
  readonly separators: Separators;
  /** ISA and its sixteen elements. */
  readonly elements: readonly string[];
  /** Where the header begins, and where the first segment after it does. */
  readonly at: number;
  readonly end: number;
};

/** A header is 106 characters when padded in full; prose around it is not taken for one. */
const longestHeader = 300;

/** Where the next interchange begins, at or after a place; prose may stand before it. */
export function nextHeaderAt(text: string, from: number): number | undefined {
  const opening = /(?<![A-Za-z0-9])ISA([^A-Za-z0-9\s])\s*\d\d\s*\1/gu;
  opening.lastIndex = from;
  return opening.exec(text)?.index;
}

/** The header that begins at a place; undefined when it breaks off. */
export function readHeader(text: string, at: number): InterchangeHeader | undefined {
  const element = text[at + 3];
  if (element === undefined) return undefined;
  const pieces = text.slice(at, at + longestHeader).split(element, 17);
  if (pieces.length < 17) return undefined;

  const last = at + pieces.slice(0, 16).join(element).length + 1;
  const { component, terminator, end } = readEnding(text, last);
  if (terminator === undefined) return undefined;
  const elements = [...pieces.slice(0, 16).map((piece) => piece.trim()), component];
  return { separators: { element, component, terminator }, elements, at, end };
}

/** ISA16 is the component separator; what follows it ends every segment. */
function readEnding(
  text: string,
  at: number,
): { component: string; terminator: string | undefined; end: number } {
  const component = text[at] ?? '';
  let next = at + 1;
  while (text[next] === ' ' || text[next] === '\t') next += 1;
  const ends = text[next];
  // A sender without a component separator leaves ISA16 empty: the terminator stands there.
  if (ends !== undefined && /[A-Za-z0-9]/u.test(ends) && !/[A-Za-z0-9]/u.test(component)) {
    return { component: ':', terminator: asTerminator(text, at), end: at + 1 };
  }
  if (/[\r\n]/u.test(component)) {
    return { component: ':', terminator: asTerminator(text, at), end: at + 1 };
  }
  return { component, terminator: asTerminator(text, next), end: next + 1 };
}

/** A carriage return before a line feed counts as the line feed. */
function asTerminator(text: string, at: number): string | undefined {
  const found = text[at];
  if (found === undefined || /[A-Za-z0-9 ]/u.test(found)) return undefined;
  return found === '\r' && text[at + 1] === '\n' ? '\n' : found;
}

/**
 * The separators of a text without a header, such as the addenda of a payment: the element
 * separator follows the first tag, and the terminator is what most often stands before one.
 */
export function measureSeparators(text: string): Separators | undefined {
  const element = /^\s*[A-Z][A-Z0-9]{1,2}([^A-Za-z0-9\s])/u.exec(text)?.[1];
  if (element === undefined) return undefined;
  const escaped = `\\u{${element.charCodeAt(0).toString(16)}}`;
  const before = new RegExp(`([^A-Za-z0-9 ])\\s*(?=[A-Z][A-Z0-9]{1,2}${escaped})`, 'gu');
  const counts = new Map<string, number>();
  for (const [, character = ''] of text.slice(0, 65_536).matchAll(before)) {
    if (character !== element) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return { element, component: ':', terminator: asLineFeed(most?.[0] ?? lastMark(text)) };
}

/** A single segment is ended by its last character, when that is no letter or digit. */
function lastMark(text: string): string {
  return /[^A-Za-z0-9\s]$/u.exec(text.trimEnd())?.[0] ?? '\n';
}

function asLineFeed(found: string): string {
  return found === '\r' ? '\n' : found;
}
