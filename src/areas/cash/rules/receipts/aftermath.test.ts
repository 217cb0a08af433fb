import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { aftermath } from './aftermath.ts';

const one = id('00000000-0000-7000-8000-000000000001');
const usd = (minor: bigint) => money(minor, 'USD');

function promised(state: string, received: bigint, lastDay: string) {
  const days = { dueOn: day('2026-06-01'), lastDay: day(lastDay) };
  return { promiseId: one, amount: usd(100n), received: usd(received), ...days, state };
}

test('what opens again has its own age, and what is not due has none', () => {
  const items = [
    { itemId: one, document: 'A', open: usd(5n), dueOn: day('2026-05-01') },
    { itemId: one, document: 'B', open: usd(5n), dueOn: day('2026-08-01') },
  ];
  const { opened } = aftermath(items, [], usd(10n), day('2026-06-10'));
  expect(opened.map(({ document, daysLate }) => [document, daysLate])).toEqual([
    ['A', 40],
    ['B', 0],
  ]);
});

test.each`
  state     | received | taken   | lastDay         | becomes
  ${'kept'} | ${100n}  | ${100n} | ${'2026-06-03'} | ${'broken'}
  ${'kept'} | ${100n}  | ${40n}  | ${'2026-06-03'} | ${'partly'}
  ${'kept'} | ${100n}  | ${40n}  | ${'2026-06-30'} | ${'open'}
  ${'kept'} | ${150n}  | ${40n}  | ${'2026-06-03'} | ${undefined}
  ${'kept'} | ${100n}  | ${900n} | ${'2026-06-03'} | ${'broken'}
`('a promise $state by $received loses $taken: $becomes', (row) => {
  const promise = promised(row.state, row.received, row.lastDay);
  const { promises } = aftermath([], [promise], usd(row.taken), day('2026-06-10'));
  expect(promises[0]?.becomes).toBe(row.becomes);
});
