/**
 * Time-ordered ids (UUID version 7, RFC 9562 §5.7).
 *
 * An id carries the millisecond it was made in, so rows of one time lie together in an
 * index; it has no other meaning. The program makes them, not the database, so that rows
 * and the rows that point to them can be written in one statement.
 */
declare const idBrand: unique symbol;
export type Id = string & { readonly [idBrand]: true };

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

/** Reads an id; throws a RangeError when the text is not a UUID. */
export function id(text: string): Id {
  const parsed = parseId(text);
  if (parsed === undefined) throw new RangeError(`not an id: "${text}"`);
  return parsed;
}

export function parseId(text: string): Id | undefined {
  const lower = text.toLowerCase();
  // The pattern is the whole definition of an id, so the brand is true here.
  return pattern.test(lower) ? (lower as Id) : undefined;
}

/**
 * Composes an id from a millisecond count since 1970 (48 bits), a counter within that
 * millisecond (12 bits) and 62 random bits given as two numbers of 30 and 32 bits.
 */
export function composeId(millis: number, counter: number, high: number, low: number): Id {
  const time = timeText(millis);
  const variant = '89ab'.charAt((high >>> 28) & 3) + triple(high >>> 16);
  const tail =
    triple(high >>> 4) + triple((high << 8) | (low >>> 24)) + triple(low >>> 12) + triple(low);
  const text = `${time}-7${triple(counter)}-${variant}-${tail}`;
  // Composed field by field to the layout of RFC 9562, so it is an id.
  return text as Id;
}

/** Three hexadecimal digits of every twelve bits: ids are made by the million. */
const triples = Array.from({ length: 0x1000 }, (_, bits) => bits.toString(16).padStart(3, '0'));

function triple(bits: number): string {
  return triples[bits & 0xfff] ?? '000';
}

/** The first two groups: twelve digits, eight and four. */
function timeText(millis: number): string {
  const high = Math.floor(millis / 0x1000000);
  const low = millis % 0x1000000;
  const digits = triple(high >>> 12) + triple(high) + triple(low >>> 12) + triple(low);
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}
