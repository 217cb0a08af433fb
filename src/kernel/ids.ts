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
  const time = hex(millis, 12);
  const variant = (0x80000000 + (high & 0x3fffffff)) >>> 0;
  const tail = hex(variant, 8) + hex(low >>> 0, 8);
  const text =
    `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter & 0xfff, 3)}` +
    `-${tail.slice(0, 4)}-${tail.slice(4)}`;
  // Composed field by field to the layout of RFC 9562, so it is an id.
  return text as Id;
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0');
}
