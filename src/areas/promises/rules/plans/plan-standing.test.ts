import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { standingOf } from './plan-standing.ts';

const usd = currency('USD');

/** Three instalments of $200, due on the first of September, October and November. */
function planPaid(...paid: bigint[]) {
  return ['2026-09-01', '2026-10-01', '2026-11-01'].map((dueOn, at) => ({
    dueOn: day(dueOn),
    amount: money(20_000n, usd),
    paid: money((paid[at] ?? 0n) * 100n, usd),
  }));
}

test.each`
  paid                  | today           | status       | missed | pastDue
  ${[200n]}             | ${'2026-11-10'} | ${'default'} | ${2}   | ${'400.00'}
  ${[200n, 200n]}       | ${'2026-11-10'} | ${'late'}    | ${1}   | ${'200.00'}
  ${[200n, 200n]}       | ${'2026-11-06'} | ${'current'} | ${0}   | ${'200.00'}
  ${[200n, 200n]}       | ${'2026-11-07'} | ${'late'}    | ${1}   | ${'200.00'}
  ${[200n, 200n]}       | ${'2026-11-01'} | ${'current'} | ${0}   | ${'0.00'}
  ${[200n, 150n]}       | ${'2026-10-31'} | ${'late'}    | ${1}   | ${'50.00'}
  ${[200n, 150n]}       | ${'2026-11-01'} | ${'default'} | ${1}   | ${'50.00'}
  ${[200n, 200n, 200n]} | ${'2026-12-31'} | ${'paid'}    | ${0}   | ${'0.00'}
`('paid $paid, on $today: $status', ({ paid, today, pastDue, ...answer }) => {
  const terms = { graceDays: 5, defaultAfterMissed: 2 };
  const found = standingOf(planPaid(...paid), usd, day(today), terms);
  expect(found).toMatchObject(answer);
  expect(formatMoney(found.pastDue)).toBe(pastDue);
});
