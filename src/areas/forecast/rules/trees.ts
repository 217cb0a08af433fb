/**
 * Boosted trees for a chance: each tree mends what the sum of those before it gets wrong.
 * (Friedman, Greedy Function Approximation, 2001; the second order and the bins of Chen and
 * Guestrin, XGBoost, 2016.) Small, deterministic and without a native module.
 */
import { chanceOf } from './logistic.ts';
import type { Matrix } from './matrix.ts';

export type Tree = {
  /** The feature that a node asks about; -1 is a leaf. */
  readonly features: Int16Array;
  /** A value up to this goes left; children of node n are 2n+1 and 2n+2. */
  readonly limits: Float64Array;
  readonly leaves: Float64Array;
};

export type TreesPlan = {
  readonly trees: number;
  readonly depth: number;
  /** How much of each tree's answer counts. */
  readonly rate: number;
  readonly ridge: number;
  /** A leaf stands on at least so much information (sum of p(1 − p)). */
  readonly leastInside: number;
  /** Share of the rows that each tree looks at. */
  readonly sample: number;
};

const bins = 64;

type Binned = {
  /** Column by column: the bin of each row. */
  readonly columns: readonly Uint8Array[];
  readonly limits: readonly Float64Array[];
};

/** The rows that a tree looks at, and what each says: slope and information by turns. */
type Drawn = { readonly rows: Int32Array; readonly says: Float64Array };

/** Fits trees on top of the odds that are known already, row by row. */
export function fitTrees(
  matrix: Matrix,
  answers: Uint8Array,
  known: Float64Array,
  width: number,
  plan: TreesPlan,
): Tree[] {
  const binned = bin(matrix, answers.length, width);
  const odds = Float64Array.from(known);
  const next = drawing(20_261);
  const trees: Tree[] = [];
  for (let at = 0; at < plan.trees; at += 1) {
    const tree = grow(binned, draw(odds, answers, plan.sample, next), plan);
    addTree(binned, tree, odds);
    trees.push(tree.tree);
  }
  return trees;
}

function draw(odds: Float64Array, answers: Uint8Array, share: number, next: () => number): Drawn {
  const rows = new Int32Array(answers.length);
  const says = new Float64Array(2 * answers.length);
  let many = 0;
  for (let row = 0; row < answers.length; row += 1) {
    if (next() >= share) continue;
    const chance = chanceOf(odds[row] ?? 0);
    rows[many] = row;
    says[2 * many] = (answers[row] ?? 0) - chance;
    says[2 * many + 1] = chance * (1 - chance);
    many += 1;
  }
  return { rows: rows.subarray(0, many), says: says.subarray(0, 2 * many) };
}

/** What the trees add to the odds of one row. */
export function treesAdd(trees: readonly Tree[], matrix: Matrix, base: number): number {
  let sum = 0;
  for (const { features, limits, leaves } of trees) {
    let node = 0;
    let feature = features[0] ?? -1;
    while (feature >= 0) {
      node = 2 * node + ((matrix[base + feature] ?? 0) <= (limits[node] ?? 0) ? 1 : 2);
      feature = features[node] ?? -1;
    }
    sum += leaves[node] ?? 0;
  }
  return sum;
}

function bin(matrix: Matrix, count: number, width: number): Binned {
  const columns: Uint8Array[] = [];
  const limits: Float64Array[] = [];
  const every = Math.max(1, Math.floor(count / 20_000));
  for (let at = 0; at < width; at += 1) {
    const seen: number[] = [];
    for (let row = 0; row < count; row += every) seen.push(matrix[row * width + at] ?? 0);
    const edges = edgesOf(Float64Array.from(seen).toSorted());
    const column = new Uint8Array(count);
    for (let row = 0; row < count; row += 1) {
      column[row] = binOf(edges, matrix[row * width + at] ?? 0);
    }
    columns.push(column);
    limits.push(edges);
  }
  return { columns, limits };
}

/** Values between the bins, each once. */
function edgesOf(sorted: Float64Array): Float64Array {
  const edges = new Set<number>();
  for (let at = 1; at < bins; at += 1) {
    const value = sorted[Math.floor((sorted.length * at) / bins)];
    if (value !== undefined) edges.add(value);
  }
  return Float64Array.from(edges);
}

function binOf(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Grown = { readonly tree: Tree; readonly splits: Uint8Array };

function grow(binned: Binned, drawn: Drawn, plan: TreesPlan): Grown {
  const nodes = 2 ** (plan.depth + 1) - 1;
  const tree = {
    features: new Int16Array(nodes).fill(-1),
    limits: new Float64Array(nodes),
    leaves: new Float64Array(nodes),
  };
  const splits = new Uint8Array(nodes);
  const nodeOf = new Uint16Array(drawn.rows.length);
  for (let level = 0; level <= plan.depth; level += 1) {
    const first = 2 ** level - 1;
    const many = 2 ** level;
    const { best, sums } = bestSplits(binned, drawn, nodeOf, { first, many, plan });
    for (let node = 0; node < many; node += 1) {
      const at = first + node;
      const [g = 0, h = 0] = [sums[2 * node], sums[2 * node + 1]];
      tree.leaves[at] = (plan.rate * g) / (h + plan.ridge);
      const split = best[node];
      if (level === plan.depth || !split) continue;
      tree.features[at] = split.feature;
      tree.limits[at] = binned.limits[split.feature]?.[split.bin] ?? 0;
      splits[at] = split.bin + 1;
    }
    for (let at = 0; at < nodeOf.length; at += 1) {
      const node = nodeOf[at] ?? 0;
      if (node >= first) nodeOf[at] = childOf(binned, { tree, splits }, node, drawn.rows[at] ?? 0);
    }
  }
  return { tree, splits };
}

/** The child to which a row goes; the node itself where it is a leaf. */
function childOf({ columns }: Binned, { tree, splits }: Grown, node: number, row: number): number {
  const feature = tree.features[node] ?? -1;
  if (feature < 0) return node;
  return 2 * node + ((columns[feature]?.[row] ?? 0) < (splits[node] ?? 0) ? 1 : 2);
}

function addTree(binned: Binned, grown: Grown, odds: Float64Array): void {
  for (let row = 0; row < odds.length; row += 1) {
    let node = 0;
    let next = childOf(binned, grown, node, row);
    while (next !== node) {
      node = next;
      next = childOf(binned, grown, node, row);
    }
    odds[row] = (odds[row] ?? 0) + (grown.tree.leaves[node] ?? 0);
  }
}

type Split = { feature: number; bin: number; gain: number };
type Level = { readonly first: number; readonly many: number; readonly plan: TreesPlan };

function bestSplits(
  { columns, limits }: Binned,
  drawn: Drawn,
  nodeOf: Uint16Array,
  { first, many, plan }: Level,
): { best: (Split | undefined)[]; sums: Float64Array } {
  const best: (Split | undefined)[] = Array.from({ length: many }, () => undefined);
  const sums = new Float64Array(2 * many);
  const tally = new Float64Array(2 * many * bins);
  for (const [feature, column] of columns.entries()) {
    const edges = limits[feature]?.length ?? 0;
    if (edges === 0) continue;
    tally.fill(0);
    tallyUp(tally, column, drawn, nodeOf, first);
    for (let node = 0; node < many; node += 1) {
      const part = tally.subarray(2 * node * bins, 2 * (node + 1) * bins);
      const [g, h] = total(part);
      sums[2 * node] = g;
      sums[2 * node + 1] = h;
      const found = splitOf(part, edges, g, h, plan);
      if (found && found.gain > (best[node]?.gain ?? 1e-6)) best[node] = { feature, ...found };
    }
  }
  return { best, sums };
}

/** The innermost loop: what the rows of each node say, by the bin of one feature. */
function tallyUp(
  tally: Float64Array,
  column: Uint8Array,
  { rows, says }: Drawn,
  nodeOf: Uint16Array,
  first: number,
): void {
  for (let at = 0; at < rows.length; at += 1) {
    const node = (nodeOf[at] ?? 0) - first;
    if (node < 0) continue;
    const to = 2 * (node * bins + (column[rows[at] ?? 0] ?? 0));
    tally[to] = (tally[to] ?? 0) + (says[2 * at] ?? 0);
    tally[to + 1] = (tally[to + 1] ?? 0) + (says[2 * at + 1] ?? 0);
  }
}

function total(part: Float64Array): [number, number] {
  let g = 0;
  let h = 0;
  for (let at = 0; at < part.length; at += 2) {
    g += part[at] ?? 0;
    h += part[at + 1] ?? 0;
  }
  return [g, h];
}

function splitOf(
  part: Float64Array,
  edges: number,
  g: number,
  h: number,
  { ridge, leastInside }: TreesPlan,
): { bin: number; gain: number } | undefined {
  let best: { bin: number; gain: number } | undefined;
  const whole = (g * g) / (h + ridge);
  let leftG = 0;
  let leftH = 0;
  for (let at = 0; at < edges; at += 1) {
    leftG += part[2 * at] ?? 0;
    leftH += part[2 * at + 1] ?? 0;
    const rightH = h - leftH;
    if (leftH < leastInside || rightH < leastInside) continue;
    const rightG = g - leftG;
    const gain = (leftG * leftG) / (leftH + ridge) + (rightG * rightG) / (rightH + ridge) - whole;
    if (gain > (best?.gain ?? 0)) best = { bin: at, gain };
  }
  return best;
}

/** Repeatable draws between 0 and 1 (Park and Miller's minimal standard). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
