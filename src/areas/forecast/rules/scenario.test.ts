import { expect, test } from 'vitest';
import { distributionOf } from './distribution.ts';
import { outlookOf, whole } from './outlook.ts';
import { type ItemDays, keptAt, laterBy, sumsOf, without } from './scenario.ts';

const asOf = 20_400;

function promised(keeps: number): ItemDays {
  const habit = distributionOf(asOf, new Float64Array(170).fill(0.02));
  const promise = { dueOn: asOf + 20, keeps };
  const { days, later, doubtful } = outlookOf(habit, asOf, { promise, plan: null });
  return {
    companyId: 'MAIN',
    currency: 'USD',
    source: 'promise',
    open: 1000_00n,
    disputed: 0n,
    days,
    later,
    doubtful,
    promise: { dueOn: asOf + 20, percent: keeps * 100 },
  };
}

const sumOf = ({ days, later, doubtful }: ItemDays): number =>
  days.reduce((sum, each) => sum + each, later + doubtful);

test('promises kept as believed change little; kept always they come on their days', () => {
  const item = promised(0.7);
  const same = keptAt(item, 70, asOf);
  for (const [at, share] of same.days.entries()) {
    expect(Math.abs(share - (item.days[at] ?? 0))).toBeLessThanOrEqual(2);
  }
  const always = keptAt(item, 100, asOf);
  expect(always.days.slice(18, 22)).toEqual([1500, 5500, 2000, 1000]);
  expect([sumOf(same), sumOf(always), sumOf(keptAt(item, 0, asOf))]).toEqual([whole, whole, whole]);
  const unpromised = { ...item, promise: null };
  expect(keptAt(unpromised, 10, asOf)).toBe(unpromised);
});

test('days later move money to later days and lose none', () => {
  const sums = sumsOf([promised(0.5)], asOf);
  const moved = laterBy(sums, 30, asOf);
  const total = (days: typeof sums) => days.reduce((sum, { units }) => sum + units, 0n);
  expect(total(moved)).toBe(total(sums));
  expect(moved.filter(({ source, on }) => source === 'promise' && on <= asOf + 30)).toEqual([]);
  expect(laterBy(sums, 0, asOf)).toEqual(sums);
});

test('without a customer its money is nowhere', () => {
  const sums = sumsOf([promised(0.5)], asOf);
  const rest = without(sums, sums);
  expect(rest.reduce((sum, { units }) => sum + units, 0n)).toBe(0n);
});
