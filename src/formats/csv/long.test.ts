/** A long file read in pieces gives the rows that it would give as a whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLong } from './long.ts';
import { readCsv } from './read.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function piecesOf(bytes: Uint8Array, size: number) {
  return function* (): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

/** Cells as exports write them: quoted where they must be. */
const cell = fc.oneof(
  fc.constantFrom('1.00', 'INV-7', '2026-01-31', 'Ñandú', ''),
  fc.constantFrom('"a, b"', '"two\nlines"', '"said ""no"""', '"\r\n"'),
);
const table = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 40 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  size: fc.integer({ min: 200, max: 2000 }),
});

test('whatever the pieces, rows and lines are those of the whole file', () => {
  fc.assert(
    fc.property(table, ({ rows, lineEnd, size }) => {
      const text = [['number', 'amount', 'due on'], ...rows]
        .map((cells) => cells.join(','))
        .join(lineEnd);
      const bytes = encode(`${text}${lineEnd}`);
      const whole = readCsv(bytes);
      const long = openLong(piecesOf(bytes, size));
      fc.pre(long?.sample.headerLine === whole.headerLine);
      expect(long?.sample.columns).toEqual(whole.columns);
      expect([...(long?.rows() ?? [])]).toEqual(whole.rows);
    }),
    { seed: 20_261_120, numRuns: 300 },
  );
});

describe('rows', () => {
  const text = 'number,amount\nI1,1.00\n\nI2\nI3,3.00,\n';

  test('are as wide as the columns, and blank ones are left out', () => {
    const long = openLong(piecesOf(encode(text), 1000));
    expect([...(long?.rows() ?? [])]).toEqual([
      { line: 2, cells: ['I1', '1.00'] },
      { line: 4, cells: ['I2', ''] },
      { line: 5, cells: ['I3', '3.00'] },
    ]);
  });

  test('can be read again from the beginning', () => {
    const long = openLong(piecesOf(encode(text), 1000));
    expect([...(long?.rows() ?? [])]).toEqual([...(long?.rows() ?? [])]);
  });
});

test('what is not UTF-8 must be held to be read', () => {
  const latin = Uint8Array.from([...encode('name,amount\nMu'), 0xf1, ...encode('oz,1.00\n')]);
  expect(openLong(piecesOf(latin, 1000))).toBeUndefined();
});

test('the Control-Z of an old machine is no row', () => {
  const bytes = encode('number,amount\nINV-1,1.00\nINV-2,2.00\n\u001A');
  expect([...(openLong(piecesOf(bytes, 16))?.rows() ?? [])]).toHaveLength(2);
});
