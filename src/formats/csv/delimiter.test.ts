import { describe, expect, test } from 'vitest';
import { chooseDelimiter, evenness } from './delimiter.ts';

describe('the separator is the one that cuts rows evenly', () => {
  test.each([
    ['a,b\n1,2\n', ','],
    ['Fecha;Importe\n2026-04-02;-1.234,56\n2026-04-05;3.500,00\n', ';'],
    ['a\tb\n1,5\t2,5\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['Report; all companies\na,b,c\n1,2,3\n4,5,6\n', ','],
    ['"x;y","z;w"\n"1;2","3;4"\n', ','],
    ['one\ntwo\n', ','],
    ['', ','],
  ])('%j', (text, delimiter) => {
    expect(chooseDelimiter(text)).toBe(delimiter);
  });
});

test('evenness names the usual width and how usual it is', () => {
  expect(evenness('a,b\n1,2\n3\n4,5\n', ',')).toEqual({ width: 2, share: 0.75, firstToo: true });
});
