import { describe, expect, test } from 'vitest';
import { draws } from '#test/support/payers.ts';
import { chanceOf, fitLogistic, oddsOf } from './logistic.ts';

const rows = 20_000;
const next = draws(11);
const matrix = new Float32Array(rows * 2);
const answers = new Uint8Array(rows);
for (let row = 0; row < rows; row += 1) {
  const a = next() * 4 - 2;
  const b = next();
  matrix.set([a, b], row * 2);
  answers[row] = next() < chanceOf(-1 + 1.5 * a - 2 * b) ? 1 : 0;
}

describe('a logistic model', () => {
  const model = fitLogistic(matrix, answers, 2, 1e-6);

  test('finds the weights that were planted', () => {
    const odds = (a: number, b: number) => oddsOf(model, Float32Array.of(a, b), 0);
    expect(odds(0, 0)).toBeCloseTo(-1, 0);
    expect(odds(1, 0) - odds(0, 0)).toBeCloseTo(1.5, 0);
    expect(odds(0, 1) - odds(0, 0)).toBeCloseTo(-2, 0);
  });

  test('says on average what happened', () => {
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum += chanceOf(oddsOf(model, matrix, row));
    const happened = answers.reduce((all, each) => all + each, 0);
    expect(sum / happened).toBeCloseTo(1, 3);
  });

  test('bears a feature that never changes and one that copies another', () => {
    const twice = new Float32Array(rows * 3);
    for (let row = 0; row < rows; row += 1) {
      const a = matrix[row * 2] ?? 0;
      twice.set([a, a, 5], row * 3);
    }
    const fitted = fitLogistic(twice, answers, 3, 1);
    expect([...fitted.weights].every(Number.isFinite)).toBe(true);
    expect(fitted.weights[2]).toBe(0);
  });
});
