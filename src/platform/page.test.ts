import { expect, test } from 'vitest';
import { accept, refuse } from '#kernel/outcome.ts';
import { listName, makeCursor, nextOffset, readCursor, readOffset } from './page.ts';

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
