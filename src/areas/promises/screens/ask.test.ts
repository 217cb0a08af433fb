/** What the promise form opens with. */
import { expect, test } from 'vitest';
import { askable } from './ask.ts';

test.each`
  amount       | filled
  ${'250.10'}  | ${'250.10'}
  ${'0.00'}    | ${''}
  ${'-12.00'}  | ${''}
  ${undefined} | ${''}
`('a promise is filled in with $filled where $amount can be asked for', ({ amount, filled }) => {
  expect(askable(amount)).toBe(filled);
});
