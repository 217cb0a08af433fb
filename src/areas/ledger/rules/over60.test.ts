import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { over60 } from './over60.ts';

const usd = currency('USD');
const asOf = day('2026-11-30');
const item = (id: string, countedFrom: string, minor: bigint) => ({
  id,
  countedFrom: day(countedFrom),
  open: money(minor, usd),
});

describe('what is over 60 days', () => {
  test.each`
    countedFrom     | days    | included
    ${'2026-09-30'} | ${61}   | ${['A']}
    ${'2026-10-01'} | ${60}   | ${[]}
    ${'2026-12-31'} | ${-31}  | ${[]}
    ${'2019-01-01'} | ${2890} | ${['A']}
  `('an item $days days old gives $included', ({ countedFrom, included }) => {
    expect(over60([item('A', countedFrom, 100n)], usd, asOf).included).toEqual(included);
  });
});

test('the items come in the order of their ids, with their total', () => {
  const report = over60(
    [item('C', '2026-01-01', 300n), item('A', '2026-01-01', 100n), item('B', '2026-11-29', 9n)],
    usd,
    asOf,
  );
  expect(report.included).toEqual(['A', 'C']);
  expect(report.total.minor).toBe(400n);
});

test('credits and settled items are not in the report and do not net it', () => {
  const report = over60(
    [item('A', '2026-01-01', 500n), item('B', '2026-01-01', -200n), item('C', '2026-01-01', 0n)],
    usd,
    asOf,
  );
  expect(report).toMatchObject({ included: ['A'], total: { minor: 500n } });
});

test('disputed items and plan instalments are counted and shown apart', () => {
  const report = over60(
    [
      item('A', '2026-01-01', 500n),
      { ...item('B', '2026-01-01', 70n), disputed: true },
      { ...item('C', '2026-01-01', 30n), onPlan: true },
    ],
    usd,
    asOf,
  );
  expect(report.total.minor).toBe(600n);
  expect(report.ofWhichDisputed.minor).toBe(70n);
  expect(report.ofWhichOnPlan.minor).toBe(30n);
});
