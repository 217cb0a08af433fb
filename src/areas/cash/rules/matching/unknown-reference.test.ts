import { expect, test } from 'vitest';
import { bookOf, customer, openItem, receipt } from '#test/support/matching.ts';
import { caseOf } from './explain.ts';
import { emptyMemory } from './memory.ts';
import { standardMatchingPolicy } from './policy.ts';
import { unknownReference } from './unknown-reference.ts';

const book = bookOf([customer('A', 'Acme Tools')], [openItem('A', 'INV-10001', '671.25')]);

test.each([
  ['INV-99999', ['99999']],
  ['INV-10001', []],
  ['INV-99999 AND INV-10001', []],
  ['INV-10010 MISTYPED', []],
  ['PAYMENT THANK YOU', []],
  ['', []],
])('of %j unknown to everybody is %j', (text, numbers) => {
  const c = caseOf(receipt('671.25', { text }), book, emptyMemory, standardMatchingPolicy);
  expect(unknownReference(c).map(({ facts }) => facts['number'])).toEqual(numbers);
});
