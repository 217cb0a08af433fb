import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import type { RootCause } from './cause.ts';
import { pareto } from './pareto.ts';

const of = (cause: RootCause, dollars: bigint) => ({
  cause,
  disputes: 1,
  items: 2,
  amount: money(dollars * 100n, currency('USD')),
});

test('the largest stands first, shares add up to a hundred, and the vital few are marked', () => {
  const lines = pareto([
    of('unknown', 1n),
    of('price_wrong', 60n),
    of('invoice_not_received', 39n),
  ]);
  expect(
    lines.map(({ cause, shareBps, runningBps, vital, side }) => [
      cause,
      shareBps,
      runningBps,
      vital,
      side,
    ]),
  ).toEqual([
    ['price_wrong', 6000, 6000, true, 'ours'],
    ['invoice_not_received', 3900, 9900, true, 'ours'],
    ['unknown', 100, 10_000, false, 'nobodys'],
  ]);
});

test('thirds still add up to a hundred percent, and nothing is a Pareto of nothing', () => {
  const thirds = pareto([of('price_wrong', 1n), of('tax_wrong', 1n), of('unknown', 1n)]);
  expect(thirds.reduce((sum, { shareBps }) => sum + shareBps, 0)).toBe(10_000);
  expect(thirds.map(({ cause }) => cause)).toEqual(['price_wrong', 'tax_wrong', 'unknown']);
  expect(pareto([])).toEqual([]);
});
