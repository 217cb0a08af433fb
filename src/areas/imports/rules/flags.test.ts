import { expect, test } from 'vitest';
import { readFlag } from './flags.ts';

test.each([
  ['Yes', true],
  ['TRUE', true],
  ['1', true],
  ['Sí', true],
  ['Disputed', true],
  ['No', false],
  ['Not Disputed', false],
  ['0', false],
  ['', false],
  ['maybe', undefined],
])('%j is %s', (word, value) => {
  expect(readFlag(word)).toBe(value);
});
