import { describe, expect, test } from 'vitest';
import { standing } from '#test/support/standings.ts';
import { pointsOf, mostPoints } from './points.ts';
import { planDay, standardWorth, worthOf } from './worth.ts';

const known = { book: 0.03, learned: undefined };
const sizes = [50_000_00n, 9_000_00n, 3_000_00n, 400_00n, 20_00n];

function worths() {
  return sizes.flatMap(
    (overdue, at) => worthOf(standing({ accountId: `a${at}`, overdue }), known) ?? [],
  );
}

describe('the worth of a contact', () => {
  test('the way that adds most is taken, not the one that is cheap', () => {
    expect(worthOf(standing(), known)?.way).toBe('call');
    expect(worthOf(standing({ mayBe: ['email'] }), known)?.way).toBe('email');
  });

  test('nobody may be asked: there is nothing to do', () => {
    expect(worthOf(standing({ mayBe: [] }), known)).toBeUndefined();
  });

  test('goodwill that a contact costs is counted off, and may be more than it brings', () => {
    const dear = { ...standardWorth, goodwill: { ...standardWorth.goodwill, call: 60_00n } };
    const plain = worthOf(standing({ mayBe: ['call'] }), known)?.gain ?? 0n;
    expect(worthOf(standing({ mayBe: ['call'] }), known, dear)?.gain).toBe(plain - 60_00n);
    expect(worthOf(standing({ overdue: 50_00n, mayBe: ['call'] }), known, dear)).toBeUndefined();
  });
});

describe('the plan of a day', () => {
  test('where everything fits a minute has no price', () => {
    const { price, order } = planDay(worths(), 300);
    expect(price).toBe(0);
    expect(order.every(({ planned }) => planned)).toBe(true);
  });

  test('the price of a minute is such that the plan fills the day and no more', () => {
    const { price, minutes, order } = planDay(worths(), 14);
    expect(order.filter(({ planned }) => planned).map(({ accountId }) => accountId)).toEqual([
      'a0',
      'a1',
      'a2',
    ]);
    expect(minutes).toBe(13.5);
    const [last, first] = [order[3], order[2]];
    expect(Number(last?.gain) / (last?.minutes ?? 1)).toBeLessThanOrEqual(price);
    expect(Number(first?.gain) / (first?.minutes ?? 1)).toBeGreaterThanOrEqual(price);
  });

  test('of those that are worth just the price as many are planned as have room', () => {
    const alike = Array.from({ length: 60 }, (_, at) =>
      worthOf(standing({ accountId: `a${at + 10}`, overdue: 1_234_56n }), known),
    ).filter((each) => each !== undefined);
    const { minutes, order } = planDay(alike, 100);
    expect(order.filter(({ planned }) => planned)).toHaveLength(22);
    expect(minutes).toBe(99);
  });

  test('a day without minutes plans nothing', () => {
    expect(planDay(worths(), 0).order.some(({ planned }) => planned)).toBe(false);
    expect(planDay([], 300)).toEqual({ price: 0, minutes: 0, order: [] });
  });
});

describe('points', () => {
  test('more worth never has fewer points, and no sum has more than the most', () => {
    const points = sizes.map((gain) => pointsOf({ gain, minutes: 4.5 }, 0, 100));
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    expect(pointsOf({ gain: 10n ** 15n, minutes: 4.5 }, 0, 100)).toBe(mostPoints);
    expect(pointsOf({ gain: 0n, minutes: 4.5 }, 0, 100)).toBe(0);
  });

  test('a contact that takes longer pays for it at the price of a minute', () => {
    const short = pointsOf({ gain: 500_00n, minutes: 1.5 }, 20_00, 100);
    const long = pointsOf({ gain: 500_00n, minutes: 7 }, 20_00, 100);
    expect(short).toBeGreaterThan(long);
  });
});
