import { expect, test } from 'vitest';
import { invoicesOf } from '#test/support/payers.ts';
import { type BookItem, asKnownBy } from './book-item.ts';

const items = invoicesOf([{ customerId: 'NORTH', delay: () => 3 }], {
  from: 0,
  until: 200,
  every: 10,
}).map((item): BookItem => ({
  ...item,
  // Each payment is written down two days after the money.
  knownOn: (item.paidOn ?? 0) + 2,
  states: [{ kind: 'disputed', from: item.dueOn, until: item.dueOn + 2 }],
}));

test('a payment is known when it was written down, an invoice when it was issued', () => {
  const known = asKnownBy(items, 74);
  expect(known).toHaveLength(8);
  // Paid on day 73, written down on day 75.
  expect(known.find(({ dueOn }) => dueOn === 70)?.paidOn).toBeNull();
  expect(asKnownBy(items, 75).find(({ dueOn }) => dueOn === 70)?.paidOn).toBe(73);
});

test('a dispute that had not ended stands open', () => {
  const stateOn = (asOf: number) =>
    asKnownBy(items, asOf).find(({ dueOn }) => dueOn === 70)?.states;
  expect(stateOn(69)).toEqual([]);
  expect(stateOn(71)).toEqual([{ kind: 'disputed', from: 70, until: null }]);
  expect(stateOn(72)).toEqual([{ kind: 'disputed', from: 70, until: 72 }]);
});
