import { describe, expect, test } from 'vitest';
import {
  before,
  countOpen,
  countPaid,
  fade,
  hazards,
  logit,
  newTally,
  settle,
  slotOf,
  smoothed,
  span,
} from './hazard.ts';

const nothing = new Float64Array(span);

describe('the chance to be paid on a day', () => {
  test('is the share of those that were still open that morning', () => {
    const tally = newTally();
    countPaid(tally, -30, 0, 1);
    countPaid(tally, -30, 5, 1);
    countOpen(tally, -30, 9, 1);
    const table = hazards(settle(tally), nothing, 1e-9);
    expect(table[slotOf(-1)]).toBeCloseTo(0, 6);
    expect(table[slotOf(0)]).toBeCloseTo(1 / 3, 6);
    expect(table[slotOf(5)]).toBeCloseTo(1 / 2, 6);
    expect(table[slotOf(9)]).toBeCloseTo(0, 6);
  });

  test('leans on what others do where a customer has shown little', () => {
    const others = nothing.map((_, at) => (at === slotOf(3) ? 0.5 : 0));
    const tally = newTally();
    countPaid(tally, -30, 0, 1);
    const table = hazards(settle(tally), others, 8);
    expect(table[slotOf(0)]).toBeCloseTo(1 / 9, 6);
    expect(table[slotOf(3)]).toBeCloseTo(0.5, 6);
  });

  test('fades old days for what was paid and what was open alike', () => {
    const tally = newTally();
    countPaid(tally, 0, 2, 1);
    fade(settle(tally), 10);
    const factor = 2 ** ((2 + before - before) / 10);
    expect(tally.paid[slotOf(2)]).toBeCloseTo(factor, 6);
    expect(tally.open[slotOf(2)]).toBeCloseTo(factor, 6);
  });

  test('beyond the edges of the table the edge counts', () => {
    expect([slotOf(-500), slotOf(500)]).toEqual([0, span - 1]);
  });

  test('is smoothed over one day to each side, and told as log odds within bounds', () => {
    const table = nothing.map((_, at) => (at === 10 ? 0.9 : 0));
    expect(Array.from(smoothed(table).slice(9, 12))).toEqual([0.3, 0.3, 0.3]);
    expect(logit(0.5)).toBe(0);
    expect(logit(0)).toBeCloseTo(-logit(1), 6);
  });
});
