/** What the promise form opens with. */
import { expect, test } from 'vitest';
import { askable, askOf } from './ask.ts';

test.each`
  amount       | filled
  ${'250.10'}  | ${'250.10'}
  ${'0.00'}    | ${''}
  ${'-12.00'}  | ${''}
  ${undefined} | ${''}
`('a promise is filled in with $filled where $amount can be asked for', ({ amount, filled }) => {
  expect(askable(amount)).toBe(filled);
});

test('where items are marked it opens with the sum of what is open on them', () => {
  const item = (itemId: string, open: string, currency = 'USD') => ({
    itemId,
    document: itemId,
    dueOn: '2026-10-01',
    currency,
    open,
  });
  const marked = [
    item('a', '200.05'),
    item('b', '0.10'),
    item('c', '-5.00'),
    item('d', '9', 'EUR'),
  ];
  expect(askOf(marked, 'USD')).toBe('200.15');
  expect(askOf([item('c', '-5.00')], 'USD')).toBe('');
});
