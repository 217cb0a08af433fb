/**
 * The neutral form as JSON: money as decimal strings, whole numbers of any size exactly.
 *
 * An amount is `"1234.50"`; its currency stands in the object that holds it, under
 * `currency`, so that no amount is ever read without one.
 */
import { type Money, formatMoney } from '#kernel/money.ts';

/** One line of JSON; no blanks, no line breaks. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, plain);
}

/**
 * The same, piece by piece: a statement of half a million lines never stands whole beside its own
 * text. The pieces joined are `jsonOf(value)` to the letter.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  let held = '';
  for (const piece of smallPieces(value)) {
    held += piece;
    if (held.length < pieceLength) continue;
    yield held;
    held = '';
  }
  yield held;
}

const pieceLength = 65_536;
/** A list longer than this is told item by item. */
const longList = 50;

function* smallPieces(value: unknown): Generator<string> {
  if (!holdsMany(value)) {
    yield jsonOf(value);
  } else if (isList(value)) {
    yield '[';
    let first = true;
    for (const item of value) {
      if (!first) yield ',';
      yield* smallPieces(item === undefined ? null : item);
      first = false;
    }
    yield ']';
  } else {
    yield '{';
    let first = true;
    for (const [key, held] of Object.entries(withDecimals(Object(value)))) {
      if (held === undefined) continue;
      yield `${first ? '' : ','}${JSON.stringify(key)}:`;
      yield* smallPieces(held);
      first = false;
    }
    yield '}';
  }
}

/** Is there a long list in it, at whatever depth? */
function holdsMany(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > longList || value.some(holdsMany);
  if (typeof value !== 'object' || value === null) return false;
  if (isList(value)) return true;
  return Object.values(value).some((held) => typeof held === 'object' && holdsMany(held));
}

/** An array, or a list that is told as it is read. */
function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** The same with line breaks, for people. */
export function readableJsonOf(value: unknown): string {
  return JSON.stringify(value, plain, 1);
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return wholeNumber(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return withDecimals(value);
}

/** A number where JSON readers keep it exact, else its digits as text. */
function wholeNumber(value: bigint): number | string {
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : String(value);
}

function withDecimals(holder: object): object {
  const entries = Object.entries(holder);
  const first = entries.find(([, value]) => isMoney(value))?.[1];
  if (!isMoney(first)) return holder;
  const told = entries.map(([key, value]) => [key, isMoney(value) ? formatMoney(value) : value]);
  return { ...Object.fromEntries(told), currency: first.currency };
}

function isMoney(value: unknown): value is Money {
  return (
    typeof value === 'object' &&
    value !== null &&
    'minor' in value &&
    typeof value.minor === 'bigint' &&
    'currency' in value
  );
}
