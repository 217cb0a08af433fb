/**
 * Logistic regression on names that are present or absent: how often was something right
 * when these were true of it?
 *
 * Full-batch and started from nothing or from what was known before: the same examples give
 * the same weights to the last digit.
 */

export type Weights = Readonly<Record<string, number>>;
export type Example = { readonly names: readonly string[]; readonly right: boolean };

export type Fitting = {
  /** Where to begin, and what a weight without examples falls back to. */
  readonly from: Weights;
  /** Pull towards `from`, in examples. */
  readonly pull: number;
  readonly rounds: number;
  /** Names seen in fewer examples are not learned. */
  readonly least: number;
};

/** The sum of what is known of the names: the logarithm of the odds. */
export function logOdds(weights: Weights, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
}

export function chance(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Weights under which the examples are most likely, by Adagrad steps of the whole batch. */
export function fitted(examples: readonly Example[], fitting: Fitting): Weights {
  const places = placesOf(examples, fitting.least);
  const rows = examples.map(({ names }) =>
    Int32Array.from(names.flatMap((name) => places.get(name) ?? [])),
  );
  const prior = [...places.keys()].map((name) => fitting.from[name] ?? 0);
  const weights = [...prior];
  const squares = prior.map(() => 1e-6);
  for (let round = 0; round < fitting.rounds; round += 1) {
    const slope = gradient(rows, examples, weights);
    for (const [at, weight] of weights.entries()) {
      const step = (slope[at] ?? 0) + fitting.pull * (weight - (prior[at] ?? 0));
      squares[at] = (squares[at] ?? 0) + step * step;
      weights[at] = weight - (0.5 * step) / Math.sqrt(squares[at]);
    }
  }
  const learned: Record<string, number> = { ...fitting.from };
  for (const [name, at] of places) learned[name] = Math.round((weights[at] ?? 0) * 1e4) / 1e4;
  return learned;
}

function placesOf(examples: readonly Example[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of examples) {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= least);
  return new Map(kept.map(([name], at) => [name, at]));
}

function gradient(
  rows: readonly Int32Array[],
  examples: readonly Example[],
  weights: readonly number[],
): Float64Array {
  const slope = new Float64Array(weights.length);
  for (const [at, row] of rows.entries()) {
    let odds = 0;
    for (const place of row) odds += weights[place] ?? 0;
    const error = chance(odds) - (examples[at]?.right ? 1 : 0);
    for (const place of row) slope[place] = (slope[place] ?? 0) + error;
  }
  return slope;
}
