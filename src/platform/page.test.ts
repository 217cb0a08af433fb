import { expect, test } from 'vitest';
import { accept, refuse } from '#kernel/outcome.ts';
import {
  listName,
  makeCursor,
  nextKeyset,
  nextOffset,
  readCursor,
  readKeyset,
  readOffset,
} from './page.ts';

const list = listName('aging', { company: 'ACME', sort: 'balance', limit: 50 });

test('a cursor gives back where the page ended', () => {
  const cursor = makeCursor(list, ['Ünal & Söhne', 12, null]);
  expect(readCursor(list, cursor)).toEqual(accept(['Ünal & Söhne', 12, null]));
});

test('no cursor is the first page', () => {
  expect(readCursor(list, undefined)).toEqual(accept(undefined));
  expect(readOffset(list, undefined)).toEqual(accept(0));
});

test('the size of the page may change on the way, the filter may not', () => {
  const cursor = makeCursor(list, ['x']);
  const wider = listName('aging', { sort: 'balance', company: 'ACME', limit: 500, cursor });
  const other = listName('aging', { sort: 'name', company: 'ACME', limit: 50, cursor });
  expect(readCursor(wider, cursor)).toEqual(accept(['x']));
  expect(readCursor(other, cursor)).toEqual(refuse('page.bad_cursor'));
});

test.each(['', 'nonsense', 'e30', Buffer.from('["x"]').toString('base64url')])(
  'a foreign cursor %j is refused by name',
  (cursor) => {
    expect(readCursor(list, cursor)).toEqual(refuse('page.bad_cursor'));
  },
);

test('an offset leads on until every row was shown', () => {
  expect(readOffset(list, nextOffset(list, 200, 450) ?? '')).toEqual(accept(200));
  expect(nextOffset(list, 450, 450)).toBeNull();
  expect(readOffset(list, makeCursor(list, [-1]))).toEqual(refuse('page.bad_cursor'));
  expect(readOffset(list, makeCursor(list, ['200']))).toEqual(refuse('page.bad_cursor'));
});

const key = ['98200', '0198c0de-0000-7000-8000-000000000001'];
const shape = ['digits', 'id'] as const;

test('a keyset goes on after the last row’s key, and ends with the list', () => {
  const next = nextKeyset(list, { shown: 200, more: true }, key);
  expect(readKeyset(list, next ?? '', shape)).toEqual(accept({ shown: 200, after: key }));
  expect(readKeyset(list, undefined, shape)).toEqual(accept(undefined));
  expect(nextKeyset(list, { shown: 450, more: false }, key)).toBeNull();
});

test.each([
  ['a value that somebody changed', ['98201', key[1]]],
  ['a place that does not exist', ['98200']],
])('a keyset with %s is refused by name', (_, changed) => {
  const parts: unknown = JSON.parse(
    Buffer.from(makeCursor(list, [200, ...key]), 'base64url').toString(),
  );
  if (!Array.isArray(parts)) throw new Error('a cursor is a list');
  const forged = Buffer.from(JSON.stringify([parts[0], 200, ...changed])).toString('base64url');
  expect(readKeyset(list, forged, shape)).toEqual(refuse('page.bad_cursor'));
});

test.each([
  [['x', key[1]], shape],
  [['98200', 'x'], shape],
  [['2026-02-30'], ['day'] as const],
  [[-1], ['whole'] as const],
  [['1'], ['whole or null'] as const],
])('a key %j that is not of its shape is refused by name', (wrong, parts) => {
  const cursor = makeCursor(list, [200, ...wrong.map((value) => value ?? null)]);
  expect(readKeyset(list, cursor, parts)).toEqual(refuse('page.bad_cursor'));
});
