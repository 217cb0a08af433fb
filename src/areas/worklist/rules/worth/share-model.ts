/**
 * A logistic model of a share, such as the part of what is overdue that is paid: Newton's method
 * with a ridge (le Cessie, van Houwelingen 1992) on answers between nought and one (Papke,
 * Wooldridge 1996). A row may come with log odds that are given, and the model learns the rest.
 */
export type ShareModel = {
  readonly bias: number;
  /** On the scale of a feature less its mean, by its spread. */
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly spreads: readonly number[];
};

export type ShareRow = {
  readonly values: readonly number[];
  /** Between nought and one. */
  readonly share: number;
  /** Log odds that stand already. */
  readonly given?: number;
};

const rounds = 12;
const still = 1e-6;

/** The ridge counts in rows: so many that say nothing stand against every weight, bias too. */
export function fitShare(rows: readonly ShareRow[], ridge: number): ShareModel {
  const scale = scaleOf(rows);
  const width = scale.means.length;
  const beta = new Float64Array(width + 1);
  for (let round = 0; round < rounds; round += 1) {
    const step = stepFrom(rows, beta, { ...scale, ridge });
    const most = Math.max(...step.map(Math.abs));
    // One long step may overshoot where nearly all answers agree.
    const part = most > 2 ? 2 / most : 1;
    for (let at = 0; at <= width; at += 1) beta[at] = (beta[at] ?? 0) + part * (step[at] ?? 0);
    if (most < still) break;
  }
  return { bias: beta[width] ?? 0, weights: Array.from(beta.subarray(0, width)), ...scale };
}

export function oddsOf(model: ShareModel, values: readonly number[]): number {
  return model.weights.reduce(
    (odds, weight, at) => odds + weight * scaled(model, values, at),
    model.bias,
  );
}

export function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

type Scale = Pick<ShareModel, 'means' | 'spreads'>;

function scaled({ means, spreads }: Scale, values: readonly number[], at: number): number {
  return ((values[at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1);
}

function scaleOf(rows: readonly ShareRow[]): Scale {
  const width = rows[0]?.values.length ?? 0;
  const mean = (of: (row: ShareRow) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0) / Math.max(rows.length, 1);
  const columns = Array.from({ length: width }, (_, at) => at);
  const means = columns.map((at) => mean(({ values }) => values[at] ?? 0));
  const spreads = columns.map((at) => {
    const variance = mean(({ values }) => ((values[at] ?? 0) - (means[at] ?? 0)) ** 2);
    return variance > 1e-9 ? Math.sqrt(variance) : 1;
  });
  return { means, spreads };
}

/** One step of Newton's method; the bias is the last of the unknowns. */
function stepFrom(
  rows: readonly ShareRow[],
  beta: Float64Array,
  { ridge, ...scale }: Scale & { readonly ridge: number },
): Float64Array {
  const width = scale.means.length;
  const size = width + 1;
  const gradient = Float64Array.from(beta, (each, at) => (at < width ? -ridge * each : 0));
  const hessian = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) hessian[at * size + at] = at < width ? ridge : 1e-6;
  const x = new Float64Array(size);
  x[width] = 1;
  for (const { values, share, given = 0 } of rows) {
    for (let at = 0; at < width; at += 1) x[at] = scaled(scale, values, at);
    const chance = shareOf(given + dot(x, beta));
    const bend = Math.max(chance * (1 - chance), 1e-6);
    for (let at = 0; at < size; at += 1) {
      const value = x[at] ?? 0;
      if (value === 0) continue;
      gradient[at] = (gradient[at] ?? 0) + (share - chance) * value;
      for (let to = 0; to <= at; to += 1) {
        hessian[at * size + to] = (hessian[at * size + to] ?? 0) + bend * value * (x[to] ?? 0);
      }
    }
  }
  return solved(hessian, gradient, size);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Cholesky's way; only the lower half of the matrix is read, and it is used up. */
function solved(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let at = 0; at < column; at += 1) {
        sum -= (matrix[row * size + at] ?? 0) * (matrix[column * size + at] ?? 0);
      }
      matrix[row * size + column] =
        row === column
          ? Math.sqrt(Math.max(sum, 1e-12))
          : sum / (matrix[column * size + column] ?? 1);
    }
  }
  const down = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] ?? 0;
    for (let at = 0; at < row; at += 1) sum -= (matrix[row * size + at] ?? 0) * (down[at] ?? 0);
    down[row] = sum / (matrix[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = down[row] ?? 0;
    for (let at = row + 1; at < size; at += 1)
      sum -= (matrix[at * size + row] ?? 0) * (down[at] ?? 0);
    down[row] = sum / (matrix[row * size + row] ?? 1);
  }
  return down;
}
