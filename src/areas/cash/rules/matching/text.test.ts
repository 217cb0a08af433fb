import { expect, test } from 'vitest';
import { alphanumeric, packed, plainWords, slips } from './text.ts';

test('accents, dots and case fall away', () => {
  expect(plainWords('Muñoz Dental, L.L.C.')).toBe('MUNOZ DENTAL LLC');
  expect(packed("O'Brien & Edwards")).toBe('OBRIEN&EDWARDS');
  expect(alphanumeric('26/SI/004512')).toBe('26SI004512');
});

test.each([
  ['CONSTRUCTION', 'CONSTRUCTION', 0],
  ['CONSTRUCTION', 'CONSTRUCTON', 1],
  ['CONSTRUCTION', 'CONSTRUCTOIN', 1],
  ['CONSTRUCTION', 'KONSTRUCTOIN', 2],
  ['CONSTRUCTION', 'INSTRUCTIONS', 3],
  ['', 'AB', 2],
])('from %s to %s it is %i slips, three at most', (a, b, count) => {
  expect(slips(a, b, 2)).toBe(count);
});
