import { expect, test } from 'vitest';
import {
  amountWord,
  emptyPart,
  onlyFields,
  partOf,
  partsOf,
  percentWord,
  readDocument,
  wholeNumber,
  wordOf,
  wordsOf,
  yesOrNo,
} from './document-reader.ts';

function partIn(text: string) {
  const read = readDocument(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.part;
}

test('reading goes on behind a complaint, and each says its field and line', () => {
  const part = partIn('days: many\nnames: one\nrest: 7\nlist: [{a: 1}, 2]\nother: yes\n');
  onlyFields(part, ['days', 'names', 'rest', 'list']);
  expect(wordOf(part, 'days', '0 to 9', wholeNumber(0, 9), 5)).toBe(5);
  expect(wordsOf(part, 'names', 'names', (said) => said, [])).toEqual([]);
  expect(partOf(part, 'rest')).toBeUndefined();
  expect(partsOf(part, 'list')).toHaveLength(1);
  expect(part.found.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
    '5 other policies.document_unknown_field',
    '1 days policies.document_unreadable',
    '2 names policies.document_not_a_list',
    '3 rest policies.document_not_fields',
    '4 list[1] policies.document_not_fields',
  ]);
});

test('what is left out is no complaint', () => {
  const part = emptyPart({ found: [] });
  expect(partsOf(part, 'caps')).toEqual([]);
  expect(wordOf(part, 'days', '', wholeNumber(0, 9), 5)).toBe(5);
  expect(part.found).toEqual([]);
});

test.each([
  ['a: [', 'policies.document_yaml'],
  ['- list', 'policies.document_not_fields'],
])('%j is no file with fields', (text, code) => {
  expect(readDocument(text)).toMatchObject({ ok: false, problems: [{ code, line: 1 }] });
});

test.each([
  ['2.5', percentWord('2.5'), 250],
  ['100.01', percentWord('100.01'), undefined],
  ['-1', percentWord('-1'), undefined],
  ['7', wholeNumber(0, 6)('7'), undefined],
  ['yes', yesOrNo('yes'), true],
  ['maybe', yesOrNo('maybe'), undefined],
  ['250.00 USD', amountWord('250.00 USD')?.minor, 25_000n],
  ['250.001 USD', amountWord('250.001 USD'), undefined],
  ['250', amountWord('250'), undefined],
])('the word %s', (_said, meant, expected) => {
  expect(meant).toBe(expected);
});
