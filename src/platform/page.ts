/**
 * Cursors: where the next page of a list starts, as a text that only we understand.
 *
 * A cursor belongs to one list with one filter and one order; given to another it is refused
 * as `page.bad_cursor`, because it would silently skip rows. So is one that somebody changed. It
 * holds no secret, and opens nothing that the list itself does not show.
 */
import { createHash } from 'node:crypto';
import { parseDay } from '#kernel/day.ts';
import { parseId } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';

/** What a keyset continues after: the last row's values in the list's order. */
export type CursorPart = string | number | null;

export type PageRefusal = 'page.bad_cursor';

/**
 * The name of one list: what is listed and everything that filters or orders it. `limit` and
 * `cursor` are left out, so a reader may change the page's size on the way.
 */
export function listName(what: string, query: object): string {
  const parts = Object.entries(query)
    .filter(([key, value]) => key !== 'limit' && key !== 'cursor' && value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([what, parts]);
}

/** The cursor of the page of `list` that continues after these values. */
export function makeCursor(list: string, after: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify([seal(list, after), ...after])).toString('base64url');
}

/** What `makeCursor` was given; undefined on the first page, where there is no cursor. */
export function readCursor(
  list: string,
  cursor: string | undefined,
): Outcome<readonly CursorPart[] | undefined, PageRefusal> {
  if (cursor === undefined) return accept(undefined);
  const value = parse(cursor);
  if (!Array.isArray(value)) return refuse('page.bad_cursor');
  const after: unknown[] = value.slice(1);
  const whole = after.every(isPart) && value[0] === seal(list, after);
  return whole ? accept(after) : refuse('page.bad_cursor');
}

/** For lists that are counted through: how many rows to skip. */
export function readOffset(list: string, cursor: string | undefined): Outcome<number, PageRefusal> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  const offset = read.value === undefined ? 0 : read.value[0];
  return isWhole(offset) ? accept(offset) : refuse('page.bad_cursor');
}

/** The `nextCursor` of a page that `readOffset` began: null when it was the last. */
export function nextOffset(list: string, shown: number, count: number): string | null {
  return shown < count ? makeCursor(list, [shown]) : null;
}

/** What stands in one place of a key; a `digits` is a whole number of any size, as a text. */
export type KeyPart = 'digits' | 'day' | 'id' | 'text' | 'whole' | 'whole or null';

/** Where a page goes on: after the row with this key, of which there were `shown` before. */
export type Keyset = { readonly shown: number; readonly after: readonly CursorPart[] };

/**
 * For lists that go on after the last row's own key: what comes or goes before it moves nothing.
 * `shape` says what the key is made of; undefined is the first page.
 */
export function readKeyset(
  list: string,
  cursor: string | undefined,
  shape: readonly KeyPart[],
): Outcome<Keyset | undefined, PageRefusal> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  if (read.value === undefined) return accept(undefined);
  const [shown, ...after] = read.value;
  const fits = after.length === shape.length && shape.every((part, at) => isOf(part, after[at]));
  if (!fits || !isWhole(shown)) return refuse('page.bad_cursor');
  return accept({ shown, after });
}

/** The `nextCursor` of a page that `readKeyset` began: null when nothing came after its rows. */
export function nextKeyset(
  list: string,
  { shown, more }: { readonly shown: number; readonly more: boolean },
  last: readonly CursorPart[] | undefined,
): string | null {
  return more && last !== undefined ? makeCursor(list, [shown, ...last]) : null;
}

const keyParts: Readonly<Record<KeyPart, (value: unknown) => boolean>> = {
  digits: (value) => typeof value === 'string' && /^-?\d{1,18}$/u.test(value),
  day: (value) => typeof value === 'string' && parseDay(value) !== undefined,
  id: (value) => typeof value === 'string' && parseId(value) !== undefined,
  text: (value) => typeof value === 'string',
  whole: isWhole,
  'whole or null': (value) => value === null || isWhole(value),
};

function isOf(part: KeyPart, value: unknown): boolean {
  return keyParts[part](value);
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function seal(list: string, after: readonly CursorPart[]): string {
  const whole = JSON.stringify([list, ...after]);
  return createHash('sha256').update(whole).digest('base64url').slice(0, 12);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isPart(value: unknown): value is CursorPart {
  return value === null || typeof value === 'string' || typeof value === 'number';
}
