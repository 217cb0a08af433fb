import { describe, expect, test } from 'vitest';
import { draws } from '#test/support/payers.ts';
import { chanceOf } from './logistic.ts';
import { fitTrees, treesAdd } from './trees.ts';

const rows = 8_000;
const next = draws(5);
const matrix = new Float32Array(rows * 2);
const answers = new Uint8Array(rows);
/** An either-or, which no weighing of the two features can tell. */
const truth = (a: number, b: number) => (a > 0.5 !== b > 0.5 ? 0.9 : 0.1);
for (let row = 0; row < rows; row += 1) {
  const a = next();
  const b = next();
  matrix.set([a, b], row * 2);
  answers[row] = next() < truth(a, b) ? 1 : 0;
}
const plan = { trees: 40, depth: 3, rate: 0.3, ridge: 1, leastInside: 5, sample: 0.5 };
const even = new Float64Array(rows);

describe('boosted trees', () => {
  const trees = fitTrees(matrix, answers, even, 2, plan);
  const told = (a: number, b: number) => chanceOf(treesAdd(trees, Float32Array.of(a, b), 0));

  test('find what needs two features together', () => {
    expect(told(0.2, 0.8)).toBeGreaterThan(0.8);
    expect(told(0.8, 0.2)).toBeGreaterThan(0.8);
    expect(told(0.2, 0.2)).toBeLessThan(0.2);
    expect(told(0.8, 0.8)).toBeLessThan(0.2);
  });

  test('are the same for the same rows', () => {
    expect(fitTrees(matrix, answers, even, 2, plan)).toEqual(trees);
  });

  test('add nothing where the odds are right already', () => {
    const right = new Float64Array(rows).map((_, row) => {
      const chance = truth(matrix[row * 2] ?? 0, matrix[row * 2 + 1] ?? 0);
      return Math.log(chance / (1 - chance));
    });
    const mended = fitTrees(matrix, answers, right, 2, { ...plan, trees: 5 });
    expect(Math.abs(treesAdd(mended, Float32Array.of(0.2, 0.2), 0))).toBeLessThan(0.3);
  });
});
