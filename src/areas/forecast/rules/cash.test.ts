import { expect, test } from 'vitest';
import { draws } from '#test/support/payers.ts';
import { bandOf, cashSums, inMinor, weekOf, weekShares } from './cash.ts';
import { distributionOf } from './distribution.ts';
import { outlookOf } from './outlook.ts';
import { type DaySum, weekBands } from './week-bands.ts';
import { wapeOf } from './wape.ts';

const asOf = 20_400;
const next = draws(3);

function book() {
  const sums = cashSums(asOf);
  let open = 0n;
  for (let at = 0; at < 60; at += 1) {
    const owed = {
      accountId: `A${at % 7}`,
      companyId: 'MAIN',
      currency: 'USD',
      open: BigInt(1 + Math.floor(next() * 99_999)),
      disputed: 0n,
    };
    const disputed = at % 9 === 0 ? owed.open / 3n : 0n;
    const hazards = new Float64Array(170).fill(0.005 + next() * 0.1);
    const promise = at % 5 === 0 ? { dueOn: asOf + 9, keeps: 0.8 } : null;
    sums.add(
      { ...owed, disputed },
      outlookOf(distributionOf(asOf, hazards), asOf - 3, {
        promise,
        plan: null,
      }),
    );
    open += owed.open;
  }
  return { open, pieces: sums.pieces(), spreads: sums.spreads() };
}

test('days, later, doubtful and contested add up to what is open, to the cent', () => {
  const { open, pieces } = book();
  expect(pieces.reduce((sum, { units }) => sum + units, 0n)).toBe(open * 10_000n);
  expect(new Set(pieces.map(({ source }) => source))).toEqual(
    new Set(['habit', 'promise', 'later', 'doubtful', 'disputed']),
  );
  const minor = inMinor(pieces.map(({ units }) => units));
  expect(minor.reduce((sum, each) => sum + each, 0n)).toBe(open);
});

test('thirteen weeks hold the days, each with its expectation inside its band', () => {
  const { pieces, spreads } = book();
  const days = pieces.map(({ at, ...piece }): DaySum => ({ ...piece, on: asOf + 1 + at }));
  const weeks = weekBands(days, spreads, { asOf, common: 0.1 });
  expect(weeks).toHaveLength(13);
  for (const { p10, p50, p90, expected } of weeks) {
    expect(p10 <= p50 && p50 <= p90).toBe(true);
    expect(p10 <= expected && expected <= p90).toBe(true);
  }
  const told = pieces
    .filter(({ at }) => at >= 0 && weekOf(asOf, at) < 13)
    .reduce((sum, { units }) => sum + units, 0n);
  const sum = weeks.reduce((all, { expected }) => all + expected, 0n);
  expect(sum).toBe((told + 5000n) / 10_000n);
});

test('weeks begin on Mondays and the first is what is left of this one', () => {
  // 2025-11-08 was a Saturday, so the day after is the Sunday that ends the first week.
  expect([0, 1, 7, 8].map((at) => weekOf(asOf, at))).toEqual([0, 1, 1, 2]);
  expect(weekShares([100, 200, 300], asOf).slice(0, 3)).toEqual([100, 500, 0]);
});

test('a band is wider where all customers move together, and never above what is open', () => {
  const apart = bandOf(1_000_00n, { variance: 100, common: 0, most: 9_999_99n });
  const together = bandOf(1_000_00n, { variance: 100, common: 0.2, most: 1_100_00n });
  expect(together.p10 < apart.p10).toBe(true);
  expect(together.p90).toBe(1_100_00n);
  expect(bandOf(0n, { variance: 0, common: 1, most: 0n })).toEqual({ p10: 0n, p50: 0n, p90: 0n });
});

test('the error of weeks is what they missed over what came, a currency at a time', () => {
  const week = { ahead: 1, how: 'live', currency: 'USD' } as const;
  expect(
    wapeOf([
      { ...week, expected: 90n, actual: 100n },
      { ...week, expected: 130n, actual: 100n },
      { ...week, currency: 'EUR', expected: 5n, actual: 0n },
    ]),
  ).toEqual([{ currency: 'USD', ahead: 1, how: 'live', weeks: 2, wape: 0.2 }]);
});
