import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from './split.ts';

/** Rows as `line: cells`, which is what the tables below compare. */
function rows(text: string, delimiter = ','): string[] {
  return splitText(text, delimiter).rows.map((row) => `${row.line}: ${row.cells.join('|')}`);
}

describe('text is cut into rows that know their line', () => {
  test.each([
    ['a,b\n1,2\n', ['1: a|b', '2: 1|2']],
    ['a,b\r\n1,2', ['1: a|b', '2: 1|2']],
    ['a,b\r1,2\r', ['1: a|b', '2: 1|2']],
    ['a,b\r\r\n1,2\r\r\n', ['1: a|b', '2: 1|2']],
    ['a,b\n\n1,2', ['1: a|b', '2: ', '3: 1|2']],
    ['a,b,\n', ['1: a|b|']],
    ['"a, b",c', ['1: a, b|c']],
    ['"say ""hi""",c', ['1: say "hi"|c']],
    ['"two\nlines",c\nd,e', ['1: two\nlines|c', '3: d|e']],
    ['a, "b, c",d', ['1: a|b, c|d']],
    ['"a"b,c', ['1: ab|c']],
    ['BJ\'S,5" pipe,x', ['1: BJ\'S|5" pipe|x']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  test('other separators leave commas alone', () => {
    expect(rows('a;1,5\n', ';')).toEqual(['1: a|1,5']);
    expect(rows('a\t1,5\n', '\t')).toEqual(['1: a|1,5']);
  });
});

describe('a quote that nothing closes costs one cell, not the rest of the file', () => {
  test.each([
    ['a,"b\n1,2\n3,4', [1]],
    ['a,b\n"Smith,10\n"Jones",20\n', [2]],
    ['a,b\nJones,"20\nSmith,"10"\n', [2]],
  ])('%j', (text, lines) => {
    const split = splitText(text, ',');
    expect(split.strayQuotes).toEqual(lines);
    expect(split.rows.length).toBe(3);
    expect(split.rows.every((row) => row.cells.length === 2)).toBe(true);
  });
});

test('what is written by RFC 4180 is read back as csv-parse reads it', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '1', ' ', ',', '"', '\n', ';') });
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (table) => {
      const quoted = table.map((cells) =>
        cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','),
      );
      const text = quoted.join('\n');
      const theirs: string[][] = parse(text, { relax_column_count: true });
      expect(splitText(text, ',').rows.map((each) => each.cells)).toEqual(theirs);
    }),
  );
});

test('any text whatever is cut without an end, each row on a later line', () => {
  const noise = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '), maxLength: 60 });
  fc.assert(
    fc.property(noise, (text) => {
      const lines = splitText(text, ',').rows.map((row) => row.line);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
      expect(new Set(lines).size).toBe(lines.length);
    }),
  );
});
