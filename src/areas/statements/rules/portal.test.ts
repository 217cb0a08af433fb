import { expect, test } from 'vitest';
import { mayFollow } from './portal.ts';

test('a rejected invoice is put in again before it is approved, and a paid one is over', () => {
  expect(mayFollow('to_submit', 'submitted').ok).toBe(true);
  expect(mayFollow('rejected', 'approved')).toMatchObject({
    refusal: 'statements.portal_out_of_order',
  });
  expect(mayFollow('paid', 'submitted').ok).toBe(false);
});
