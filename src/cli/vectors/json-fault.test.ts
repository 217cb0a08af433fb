import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultAt } from './json-fault.ts';

test.each`
  text           | at
  ${'[oops]'}    | ${1}
  ${'{"a" 1}'}   | ${5}
  ${'{"a": }'}   | ${6}
  ${'{"a": 1,}'} | ${8}
  ${'[1, ]'}     | ${4}
  ${'[1 2]'}     | ${3}
  ${'[1}'}       | ${2}
  ${'{a: 1}'}    | ${1}
  ${'[] []'}     | ${3}
  ${'[01]'}      | ${2}
  ${'["\\q"]'}   | ${1}
  ${'[1, 2'}     | ${5}
  ${'{"a": '}    | ${6}
  ${''}          | ${0}
  ${']'}         | ${0}
`('in $text it is at $at', ({ text, at }) => {
  expect(faultAt(text)).toBe(at);
});

test('a text that is JSON has no fault before its end', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(faultAt(text)).toBe(text.length);
    }),
  );
});

test('a character that JSON does not know is found where it was put', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: true }), fc.nat(), (value, seed) => {
      const lines = JSON.stringify([value], null, 1).split('\n');
      const line = seed % lines.length;
      const text = [...lines.slice(0, line), '#', ...lines.slice(line)].join('\n');
      expect(text[faultAt(text)]).toBe('#');
    }),
  );
});
