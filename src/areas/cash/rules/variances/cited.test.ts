import { expect, test } from 'vitest';
import { isCited, wordsSaid } from './cited.ts';

test.each([
  ['the number itself', ['INV-1004'], 'INV-1004', true],
  ['however it is written', ['pays inv 1004, thanks'], 'INV-1004', true],
  ['in a list', ['1003;1004'], '1004', true],
  ['not inside a longer number', ['10045'], '1004', false],
  ['not a number too short to mean one', ['for 2 of 12'], '12', false],
  ['not a mere word', ['PAYMENT'], 'PAYMENT', false],
])('a document is named by %s', (_, said, number, expected) => {
  expect(isCited(wordsSaid(said), number)).toBe(expected);
});
