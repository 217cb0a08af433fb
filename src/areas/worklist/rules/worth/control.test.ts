import { expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { type ExperimentTerms, draw, lastDayOf, weekOf } from './control.ts';

const terms: ExperimentTerms = { sharePct: 8, most: 50_000_00n, warmUpUntil: null };
const monday = day('2026-11-16');

function sides(on = monday, stated = terms): (string | undefined)[] {
  return Array.from({ length: 5000 }, (_, at) => {
    const candidate = { customerId: `c${at}`, overdue: 900_00n, mustBeWorked: false };
    return draw(candidate, on, stated)?.side;
  });
}

function share(all: readonly (string | undefined)[]): number {
  return all.filter((side) => side === 'left_alone').length / all.length;
}

test('so many of those who may be left alone are, and it is written with what chance', () => {
  expect(share(sides())).toBeGreaterThan(0.07);
  expect(share(sides())).toBeLessThan(0.09);
  const candidate = { customerId: 'c1', overdue: 900_00n, mustBeWorked: false };
  expect(draw(candidate, monday, terms)?.chance).toBe(0.08);
});

test('within a week nobody draws twice; in another week the lots fall anew', () => {
  expect(sides(plusDays(monday, 6))).toEqual(sides());
  const next = sides(plusDays(monday, 7));
  const both = sides().filter((side, at) => side === 'left_alone' && next[at] === 'left_alone');
  expect(both.length / 5000).toBeLessThan(0.015);
});

test('high stakes and who must be spoken with are never left alone', () => {
  const high = { customerId: 'c1', overdue: 50_000_01n, mustBeWorked: false };
  const must = { customerId: 'c1', overdue: 1_00n, mustBeWorked: true };
  expect(draw(high, monday, terms)).toBeNull();
  expect(draw(must, monday, terms)).toBeNull();
});

test('in a warm-up half are left alone, until its day', () => {
  const warming = { ...terms, warmUpUntil: day('2026-12-01') };
  expect(share(sides(monday, warming))).toBeGreaterThan(0.47);
  expect(share(sides(day('2026-12-01'), warming))).toBeLessThan(0.1);
});

test('a week begins on its Monday, and an episode lasts thirty days', () => {
  expect(weekOf(day('2026-11-22'))).toBe('2026-11-16');
  expect(lastDayOf(monday)).toBe('2026-12-15');
});
