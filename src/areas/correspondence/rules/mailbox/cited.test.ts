import { expect, test } from 'vitest';
import { citedIn, numbersIn } from './cited.ts';

const items = [
  { itemId: 'a', number: 'INV-0010045', reference: 'PO-7781' },
  { itemId: 'b', number: '1004', reference: '' },
  { itemId: 'c', number: '1', reference: '' },
  { itemId: 'd', number: 'A-300', reference: '' },
  { itemId: 'e', number: '26/SI/004512', reference: '' },
];

test.each([
  ['Payment for INV-0010045', ['a']],
  ['about inv 10045 please', ['a']],
  ['about #10045.', ['a']],
  ['INV10045 and A300', ['a', 'd']],
  ['your PO 7781', ['a']],
  ['your number 7781', []],
  ['your PO-7781', ['a']],
  ['invoice 1', ['c']],
  ['I have 1 question', []],
  ['26/SI/004512 is wrong', ['e']],
  ['number 4512 is wrong', ['e']],
  ['100450 and 110045', []],
  ['we paid 1004.00 on 10/04/2026 by check 10045', []],
  ['call me at (512) 555-1004', []],
  ['10045/1004', ['a', 'b']],
])('“%s” names %j', (text, named) => {
  expect(citedIn(text, items).map(({ itemId }) => itemId)).toEqual(named);
});

test('a citation says where it stands', () => {
  const [found] = citedIn('About INV-0010045, please.', items);
  expect(found).toEqual({ itemId: 'a', from: 6, to: 17 });
});

test('words that may be numbers are looked for in the whole book', () => {
  expect(numbersIn('INV-4471, check 88213 and 12/05/2026, A-300')).toEqual(['INV-4471', 'A-300']);
});
