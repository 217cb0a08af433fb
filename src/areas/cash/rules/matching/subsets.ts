/**
 * Which of many amounts add up to one: meet in the middle, smallest sets first, bounded.
 *
 * A sum that fits is weak evidence: with fifty open items some four of them fit by chance.
 * So the search counts what it finds, stops as soon as it knows that there is no "only" one,
 * and says so when it stopped at its bound.
 */

export type SubsetSearch = {
  /** Places in the list of amounts, ascending; the smallest sets first. */
  readonly found: readonly (readonly number[])[];
  /** Set when not every set was looked at. */
  readonly stopped: boolean;
  readonly looked: number;
};

export type SubsetBounds = {
  readonly least: number;
  readonly most: number;
  /** Partial sums kept in each half. */
  readonly sums: number;
  /** Solutions after which the search ends. */
  readonly solutions: number;
};

/** Above this a sum of sixty amounts could leave the range in which numbers are exact. */
const exactLimit = 2n ** 46n;

/** Every set of `least` to `most` positive amounts with this sum, up to the bounds. */
export function subsetsWithSum(
  amounts: readonly bigint[],
  target: bigint,
  bounds: SubsetBounds,
): SubsetSearch {
  if (target <= 0n || target > exactLimit) return { found: [], stopped: target > 0n, looked: 0 };
  const places = amounts.flatMap((amount, at) => (amount > 0n && amount <= target ? [at] : []));
  // Exact: every amount kept is a whole number below the limit.
  const values = places.map((at) => Number(amounts[at] ?? 0n));
  const goal = Number(target);
  const everything = values.reduce((total, value) => total + value, 0);
  if (everything < goal) return { found: [], stopped: false, looked: 1 };
  const half = Math.ceil(values.length / 2);
  const left = sumsOf(values, 0, half, { ...bounds, goal });
  const right = sumsOf(values, half, values.length, { ...bounds, goal });
  const joined = join(left, right, goal, bounds);
  return {
    found: joined.map((one) => one.map((at) => places[at] ?? 0)),
    stopped: left.stopped || right.stopped,
    looked: left.sums.length + right.sums.length,
  };
}

/** Partial sums of one half; each is its last element on top of an earlier sum. */
type Half = {
  readonly sums: number[];
  readonly sizes: number[];
  readonly lasts: number[];
  readonly before: number[];
  readonly stopped: boolean;
};

type Limits = { readonly most: number; readonly sums: number; readonly goal: number };

/** By size, so that a bound cuts off the large sets, which prove the least. */
function sumsOf(values: readonly number[], from: number, to: number, limits: Limits): Half {
  const half = { sums: [0], sizes: [0], lasts: [from - 1], before: [-1] };
  let at = 0;
  while (at < half.sums.length) {
    const size = (half.sizes[at] ?? 0) + 1;
    if (size > limits.most) break;
    const sum = half.sums[at] ?? 0;
    for (let next = (half.lasts[at] ?? 0) + 1; next < to; next += 1) {
      const total = sum + (values[next] ?? 0);
      if (total > limits.goal) continue;
      if (half.sums.length >= limits.sums) return { ...half, stopped: true };
      half.sums.push(total);
      half.sizes.push(size);
      half.lasts.push(next);
      half.before.push(at);
    }
    at += 1;
  }
  return { ...half, stopped: false };
}

function join(left: Half, right: Half, goal: number, bounds: SubsetBounds): number[][] {
  // Sums that are equal hang on one chain, so that nothing is made for each of them.
  const heads = new Map<number, number>();
  const next = new Int32Array(right.sums.length).fill(-1);
  for (const [at, sum] of right.sums.entries()) {
    next[at] = heads.get(sum) ?? -1;
    heads.set(sum, at);
  }
  const found: number[][] = [];
  for (const [at, sum] of left.sums.entries()) {
    for (let other = heads.get(goal - sum) ?? -1; other >= 0; other = next[other] ?? -1) {
      const size = (left.sizes[at] ?? 0) + (right.sizes[other] ?? 0);
      if (size < bounds.least || size > bounds.most) continue;
      found.push([...trace(left, at), ...trace(right, other)]);
      if (found.length >= bounds.solutions * 4) return smallest(found, bounds.solutions);
    }
  }
  return smallest(found, bounds.solutions);
}

function smallest(found: number[][], solutions: number): number[][] {
  return found.toSorted((a, b) => a.length - b.length).slice(0, solutions);
}

function trace(half: Half, at: number): number[] {
  const places: number[] = [];
  for (let step = at; (half.before[step] ?? -1) >= 0; step = half.before[step] ?? -1) {
    places.push(half.lasts[step] ?? 0);
  }
  return places.toReversed();
}
