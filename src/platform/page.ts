/**
 * Cursors: where the next page of a list starts, as a text that only we understand.
 *
 * A cursor belongs to one list with one filter and one order; given to another it is refused
 * as `page.bad_cursor`, because it would silently skip rows. It holds no secret.
 */
import { createHash } from 'node:crypto';
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
  return Buffer.from(JSON.stringify([seal(list), ...after])).toString('base64url');
}

/** What `makeCursor` was given; undefined on the first page, where there is no cursor. */
export function readCursor(
  list: string,
  cursor: string | undefined,
): Outcome<readonly CursorPart[] | undefined, PageRefusal> {
  if (cursor === undefined) return accept(undefined);
  const value = parse(cursor);
  if (!Array.isArray(value) || value[0] !== seal(list)) return refuse('page.bad_cursor');
  const after: unknown[] = value.slice(1);
  return after.every(isPart) ? accept(after) : refuse('page.bad_cursor');
}

/** For lists that are counted through: how many rows to skip. */
export function readOffset(list: string, cursor: string | undefined): Outcome<number, PageRefusal> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  const offset = read.value === undefined ? 0 : read.value[0];
  const whole = typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0;
  return whole ? accept(offset) : refuse('page.bad_cursor');
}

/** The `nextCursor` of a page that `readOffset` began: null when it was the last. */
export function nextOffset(list: string, shown: number, count: number): string | null {
  return shown < count ? makeCursor(list, [shown]) : null;
}

function seal(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 12);
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
