import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { subsetsWithSum } from './subsets.ts';

const all = { least: 1, most: 8, sums: 50_000, solutions: 100 };

test('every set with the sum is found, and nothing else', () => {
  const amounts = fc.array(fc.bigInt({ min: 1n, max: 30n }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(amounts, fc.bigInt({ min: 1n, max: 80n }), (list, target) => {
      const { found, stopped } = subsetsWithSum(list, target, { ...all, most: 9, solutions: 999 });
      expect(stopped).toBe(false);
      expect(found.map((places) => places.join()).toSorted()).toEqual(byHand(list, target));
    }),
  );
});

test('five of forty items are found among a million sets', () => {
  const amounts = Array.from({ length: 40 }, (_, at) => BigInt((at * at * 7919) % 99_991) + 1000n);
  const target = [2, 11, 17, 26, 38].reduce((sum, at) => sum + (amounts[at] ?? 0n), 0n);
  const { found } = subsetsWithSum(amounts, target, { ...all, most: 5, solutions: 99_999 });
  expect(found).toContainEqual([2, 11, 17, 26, 38]);
});

test('a search that stops at its bound says so', () => {
  const amounts = Array.from({ length: 60 }, (_, at) => BigInt(1000 + at));
  const search = subsetsWithSum(amounts, 9_999_999n, { ...all, sums: 500 });
  expect(search).toMatchObject({ found: [], stopped: false });
  const reachable = subsetsWithSum(amounts, 50_001n, { ...all, sums: 500 });
  expect(reachable.stopped).toBe(true);
});

test('the smallest sets come first', () => {
  const { found } = subsetsWithSum([10n, 20n, 30n, 60n], 60n, all);
  expect(found.map((places) => places.length)).toEqual([1, 3]);
});

function byHand(list: readonly bigint[], target: bigint): string[] {
  const found: string[] = [];
  for (let set = 1; set < 2 ** list.length; set += 1) {
    const places = list.flatMap((_, at) => (set & (1 << at) ? [at] : []));
    if (places.reduce((sum, at) => sum + (list[at] ?? 0n), 0n) === target)
      found.push(places.join());
  }
  return found.toSorted();
}
