import { describe, expect, test } from 'vitest';
import { outcomes } from '#test/support/standings.ts';
import { fewestCustomers, studentQuantile, upliftOf } from './uplift.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);

describe('measured uplift', () => {
  test('nothing is said before there are enough on both sides', () => {
    const few = outcomes(1, { open: 500, leftAlone: fewestCustomers - 1, adds: 0.3 });
    expect(upliftOf(few)).toMatchObject({ claim: 'too_few', share: null, cash: null });
    expect(upliftOf([]).claim).toBe('too_few');
  });

  test('the interval covers what was planted about as often as it says', () => {
    const covered = seeds.filter((seed) => {
      const { share } = upliftOf(outcomes(seed, { open: 400, leftAlone: 60, adds: 0.15 }));
      return share !== null && share.low <= 0.15 && 0.15 <= share.high;
    });
    expect(covered.length / seeds.length).toBeGreaterThan(0.91);
    expect(covered.length / seeds.length).toBeLessThan(0.995);
  });

  test('an effect that is there is claimed once there is enough to see it', () => {
    const plain = upliftOf(outcomes(3, { open: 2000, leftAlone: 300, adds: 0.2 }));
    expect(plain.claim).toBe('gain');
    expect(plain.cash?.at).toBeGreaterThan(0);
    expect(plain.perHour?.low).toBeGreaterThan(0);
    expect(upliftOf(outcomes(3, { open: 2000, leftAlone: 300, adds: -0.2 })).claim).toBe('loss');
  });

  test('where work does nothing no gain is claimed, though one looks every morning', () => {
    const claimed = seeds.filter((seed) => {
      const all = outcomes(seed, { open: 900, leftAlone: 100, adds: 0 });
      return Array.from({ length: 12 }, (_, look) => look).some((look) => {
        const known = all.filter((_each, at) => at % 12 <= look);
        return upliftOf(known).claim === 'gain';
      });
    });
    expect(claimed.length / seeds.length).toBeLessThan(0.02);
  });

  test('several episodes of one customer are one witness, not many', () => {
    const once = outcomes(5, { open: 200, leftAlone: 40, adds: 0.1 });
    const thrice = [...once, ...once, ...once];
    const width = (all: typeof once): number => {
      const { share } = upliftOf(all);
      return share === null ? 0 : share.high - share.low;
    };
    expect(width(thrice)).toBeCloseTo(width(once), 6);
  });

  test('a draw by another chance weighs by that chance', () => {
    const warm = outcomes(7, { open: 300, leftAlone: 300, adds: 0.2, chance: 0.5 });
    const later = outcomes(8, { open: 920, leftAlone: 80, adds: 0.2, chance: 0.08 });
    const { share } = upliftOf([...warm, ...later]);
    expect(share?.low).toBeLessThan(0.2);
    expect(share?.high).toBeGreaterThan(0.2);
  });
});

test('the quantile is that of Student', () => {
  expect(studentQuantile(10)).toBeCloseTo(2.228, 2);
  expect(studentQuantile(30)).toBeCloseTo(2.042, 3);
  expect(studentQuantile(10_000)).toBeCloseTo(1.96, 2);
});
