/**
 * The order of work in a small invented book whose causes are known: it beats common practice,
 * what is measured covers what was planted, and where work does nothing no gain is claimed.
 */
import { describe, expect, test } from 'vitest';
import { work } from '../../bench/order/desk.ts';
import { warmUp } from '../../bench/order/learning.ts';
import { measure } from '../../bench/order/measuring.ts';
import { nobody, oracle, ours, practice } from '../../bench/order/policies.ts';
import { type Settings, standardSettings } from '../../bench/order/world.ts';
import { learn, responseOf } from '#areas/worklist/rules/worth/response.ts';

const small: Settings = { ...standardSettings, customers: 600, minutesADay: 60, days: 40 };
/** Enough minutes that some fifty customers come to be left alone. */
const measured: Settings = { ...small, minutesADay: 240, days: 60 };
const terms = { sharePct: 10, most: 10n ** 15n, warmUpUntil: null };

/** The median share of what an oracle would add, by policy. */
function shares(seeds: readonly number[]): ReadonlyMap<string, number> {
  const found = new Map<string, number[]>();
  for (const seed of seeds) {
    const learned = warmUp(seed + 5000, { ...small, customers: 1500, minutesADay: 150 });
    const mine = [ours('nothing learned', undefined), ours('learned', learned)];
    const base = work(seed, small, nobody).cash;
    const best = work(seed, small, oracle).cash - base;
    for (const policy of [...practice, ...mine]) {
      const share = (work(seed, small, policy).cash - base) / best;
      found.set(policy.name, [...(found.get(policy.name) ?? []), share]);
    }
  }
  return new Map([...found].map(([name, all]) => [name, all.toSorted((a, b) => a - b)[2] ?? 0]));
}

test('the order gains more than practice, with and without what a control group taught', () => {
  const found = shares([1, 2, 3, 4, 5]);
  const of = (name: string): number => found.get(name) ?? 0;
  expect(of('nothing learned')).toBeGreaterThan(0.75);
  expect(of('nothing learned')).toBeGreaterThan(of('risk × amount') - 0.03);
  expect(of('learned')).toBeGreaterThan(of('risk × amount') - 0.03);
  expect(of('nothing learned')).toBeGreaterThan(of('oldest first') + 0.2);
  expect(of('nothing learned')).toBeGreaterThan(of('random') + 0.3);
});

describe('the control group', () => {
  const seeds = Array.from({ length: 30 }, (_, at) => at + 1);

  test('what is measured covers what was planted', () => {
    const all = seeds.map((seed) => measure(seed, measured, terms));
    const said = all.filter(({ uplift }) => uplift.share !== null);
    const covered = said.filter(({ planted, uplift: { share } }) => {
      return share !== null && share.low <= planted && planted <= share.high;
    });
    expect(said.length).toBeGreaterThan(20);
    expect(covered.length / said.length).toBeGreaterThanOrEqual(0.85);
  });

  test('a tenth of those who would be worked is left alone, and nobody of it is called', () => {
    const { outcomes } = measure(1, measured, terms);
    const left = outcomes.filter(({ leftAlone }) => leftAlone).length;
    expect(left / outcomes.length).toBeGreaterThan(0.05);
    expect(left / outcomes.length).toBeLessThan(0.16);
  });

  test('where work does nothing no gain is claimed, and next to none is learned', () => {
    const still = { ...measured, works: false };
    const all = seeds.map((seed) => measure(seed, still, terms));
    expect(all.every(({ planted }) => Math.abs(planted) < 1e-9)).toBe(true);
    expect(all.filter(({ uplift: { claim } }) => claim === 'gain')).toEqual([]);
    const episodes = all.flatMap((each) => each.episodes);
    const learned = learn(episodes, 0.03);
    const adds = episodes.slice(0, 500).map(({ standing }) => {
      return responseOf(standing, 'call', { book: 0.03, learned }).adds;
    });
    const mean = adds.reduce((sum, each) => sum + each, 0) / adds.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
  });
});
