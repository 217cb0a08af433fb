import { expect, test } from 'vitest';
import { invoicesOf } from '#test/support/payers.ts';
import { historiesOf, isOpenOn, isPaid, paidBy } from './known-item.ts';

const items = invoicesOf([{ customerId: 'NORTH', delay: (draw) => (draw < 0.5 ? 2 : 9) }], {
  from: 0,
  until: 100,
  every: 10,
});

test('a history lists the paid ones in the order in which they were paid', () => {
  const open = items.map((item) => (item.issuedOn > 80 ? { ...item, paidOn: null } : item));
  const history = historiesOf(open).get('NORTH');
  const days = history?.paid.map(({ paidOn }) => paidOn) ?? [];
  expect(days).toHaveLength(open.filter(isPaid).length);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
  expect(history?.all).toHaveLength(11);
});

test('what was paid by a day is counted, what is open that day is open', () => {
  const { paid } = historiesOf(items).get('NORTH') ?? { paid: [] };
  for (const asOf of [0, 32, 39, 77, 500]) {
    expect(paidBy(paid, asOf)).toBe(paid.filter(({ paidOn }) => paidOn <= asOf).length);
  }
  const [first] = items;
  expect(first && isOpenOn(first, first.dueOn)).toBe(true);
  expect(first && isOpenOn(first, first.paidOn ?? 0)).toBe(false);
  expect(first && isOpenOn(first, first.issuedOn - 1)).toBe(false);
});
