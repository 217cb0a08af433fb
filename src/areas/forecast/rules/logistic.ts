/**
 * A logistic model of a chance: weights on features, fitted by Newton's method with a ridge.
 * (Hosmer, Lemeshow, Applied Logistic Regression, ch. 2; the ridge of le Cessie, van Houwelingen.)
 */
import type { Matrix } from './matrix.ts';

export type Logistic = {
  readonly bias: number;
  /** One a feature, on the scale of the feature divided by its spread. */
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly spreads: Float64Array;
};

const rounds = 20;
/** The gain in likelihood a row below which another round teaches nothing. */
const still = 1e-7;

/** Fits; the matrix is row by row, answers are 0 and 1. */
export function fitLogistic(
  matrix: Matrix,
  answers: Uint8Array,
  width: number,
  ridge: number,
): Logistic {
  const scaled = { matrix, answers, width, ridge, ...scales(matrix, answers.length, width) };
  const rate = answers.reduce((sum, each) => sum + each, 0) / Math.max(answers.length, 1);
  let best = new Float64Array(width + 1);
  best[width] = Math.log((rate + 1e-6) / (1 - rate + 1e-6));
  let at = slopes(scaled, best);
  for (let round = 0; round < rounds; round += 1) {
    const step = solve(at.hessian, at.gradient, width + 1);
    // Where answers are all but certain a whole step overshoots, and half of it does not.
    let share = 1;
    let tried = moved(best, step, share);
    let next = slopes(scaled, tried);
    while (next.loss > at.loss && share > 1 / 64) {
      share /= 2;
      tried = moved(best, step, share);
      next = slopes(scaled, tried);
    }
    if (next.loss > at.loss) break;
    const gained = at.loss - next.loss;
    best = tried;
    at = next;
    if (gained < still * answers.length) break;
  }
  const { means, spreads } = scaled;
  return { bias: best[width] ?? 0, weights: best.slice(0, width), means, spreads };
}

function moved(from: Float64Array, step: Float64Array, share: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(from, (each, at) => each + share * (step[at] ?? 0));
}

/** The log odds of one row. */
export function oddsOf(
  { bias, weights, means, spreads }: Logistic,
  matrix: Matrix,
  row: number,
): number {
  const width = weights.length;
  let sum = bias;
  for (let at = 0; at < width; at += 1) {
    const value = ((matrix[row * width + at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1);
    sum += value * (weights[at] ?? 0);
  }
  return sum;
}

export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function scales(matrix: Matrix, count: number, width: number) {
  const means = new Float64Array(width);
  const spreads = new Float64Array(width);
  for (let row = 0; row < count; row += 1) {
    for (let at = 0; at < width; at += 1) {
      const value = matrix[row * width + at] ?? 0;
      means[at] = (means[at] ?? 0) + value;
      spreads[at] = (spreads[at] ?? 0) + value * value;
    }
  }
  for (let at = 0; at < width; at += 1) {
    const mean = (means[at] ?? 0) / Math.max(count, 1);
    means[at] = mean;
    const variance = (spreads[at] ?? 0) / Math.max(count, 1) - mean * mean;
    spreads[at] = variance > 1e-12 ? Math.sqrt(variance) : 1;
  }
  return { means, spreads };
}

type Fitting = {
  readonly matrix: Matrix;
  readonly answers: Uint8Array;
  readonly width: number;
  readonly ridge: number;
  readonly means: Float64Array;
  readonly spreads: Float64Array;
};

/** What the answers cost at these weights, and how that cost falls and bends; the bias is last. */
function slopes({ matrix, answers, width, ridge, means, spreads }: Fitting, beta: Float64Array) {
  const size = width + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const values = new Float64Array(size);
  values[width] = 1;
  let loss = 0;
  for (let row = 0; row < answers.length; row += 1) {
    let odds = beta[width] ?? 0;
    for (let at = 0; at < width; at += 1) {
      const value = ((matrix[row * width + at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1);
      values[at] = value;
      odds += value * (beta[at] ?? 0);
    }
    const chance = chanceOf(odds);
    const answer = answers[row] ?? 0;
    loss += costOf(odds, answer);
    bend(gradient, hessian, values, answer - chance, chance * (1 - chance));
  }
  for (let at = 0; at < width; at += 1) {
    const weight = beta[at] ?? 0;
    loss += (ridge * weight * weight) / 2;
    gradient[at] = (gradient[at] ?? 0) - ridge * weight;
    hessian[at * size + at] = (hessian[at * size + at] ?? 0) + ridge;
  }
  return { loss, gradient, hessian };
}

/** Minus the log of the chance that was given to what happened. */
function costOf(odds: number, answer: number): number {
  const against = answer === 1 ? -odds : odds;
  return against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
}

function bend(
  gradient: Float64Array,
  hessian: Float64Array,
  values: Float64Array,
  miss: number,
  weight: number,
): void {
  const size = values.length;
  for (let at = 0; at < size; at += 1) {
    const value = values[at] ?? 0;
    gradient[at] = (gradient[at] ?? 0) + miss * value;
    const weighed = weight * value;
    const base = at * size;
    for (let to = 0; to <= at; to += 1) {
      hessian[base + to] = (hessian[base + to] ?? 0) + weighed * (values[to] ?? 0);
    }
  }
}

/** Solves a symmetric positive system whose lower half is given, by Cholesky. */
function solve(lower: Float64Array, right: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = lower[row * size + column] ?? 0;
      for (let at = 0; at < column; at += 1) {
        sum -= (factor[row * size + at] ?? 0) * (factor[column * size + at] ?? 0);
      }
      factor[row * size + column] =
        row === column
          ? Math.sqrt(Math.max(sum, 1e-9))
          : sum / (factor[column * size + column] ?? 1);
    }
  }
  const answer = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let at = 0; at < row; at += 1) {
      answer[row] = (answer[row] ?? 0) - (factor[row * size + at] ?? 0) * (answer[at] ?? 0);
    }
    answer[row] = (answer[row] ?? 0) / (factor[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let at = row + 1; at < size; at += 1) {
      answer[row] = (answer[row] ?? 0) - (factor[at * size + row] ?? 0) * (answer[at] ?? 0);
    }
    answer[row] = (answer[row] ?? 0) / (factor[row * size + row] ?? 1);
  }
  return answer;
}
