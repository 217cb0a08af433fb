import { expect, test } from 'vitest';
import { gainOf } from './gain.ts';

const outcome = (at: number, segment: string | null) => ({
  customerId: `c${at}`,
  leftAlone: at % 2 === 0,
  chance: 0.5,
  overdue: 1000_00n,
  share: at % 2 === 0 ? 0.2 + (at % 7) / 100 : 0.5 + (at % 5) / 100,
  expected: BigInt(1000 - at),
  minutes: 4.5,
  segment,
});

test('a year is measured as a whole and by segment, the largest first', () => {
  const outcomes = Array.from({ length: 120 }, (_, at) => outcome(at, at < 100 ? 'trade' : null));
  const { uplift, segments, qini } = gainOf(outcomes);
  expect(uplift).toMatchObject({ open: 60, leftAlone: 60, claim: 'gain' });
  expect(segments.map(({ segment, open, claim }) => [segment, open, claim])).toEqual([
    ['trade', 50, 'gain'],
    ['', 10, 'too_few'],
  ]);
  expect(qini?.points).toHaveLength(11);
});

test('without outcomes there are too few, and nothing is claimed', () => {
  expect(gainOf([])).toMatchObject({ uplift: { claim: 'too_few' }, segments: [], qini: null });
});
