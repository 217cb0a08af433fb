/** A model as JSON and back: numbers are kept exactly, so that it predicts the same again. */
import type { Logistic } from './logistic.ts';
import type { Model } from './predict.ts';
import { featureNames } from './features.ts';
import type { Factors } from './states.ts';
import type { Tree } from './trees.ts';

type PlainLogistic = { bias: number; weights: number[]; means: number[]; spreads: number[] };
type PlainTree = { features: number[]; limits: number[]; leaves: number[] };

export type PlainModel = {
  readonly kind: Model['kind'];
  readonly logistic: PlainLogistic | null;
  readonly trees: readonly PlainTree[];
  readonly factors: Factors;
};

/** What a model is told; weights of other features mean nothing. */
export const featureText: string = ['2', ...featureNames].join(' ');

export function toPlain(model: Model, factors: Factors): PlainModel {
  return {
    kind: model.kind,
    logistic: model.kind === 'empirical' ? null : plainLogistic(model.logistic),
    trees: model.kind === 'ensemble' ? model.trees.map(plainTree) : [],
    factors,
  };
}

export function fromPlain({ kind, logistic, trees, factors }: PlainModel): {
  model: Model;
  factors: Factors;
} {
  if (kind === 'empirical' || logistic === null) return { model: { kind: 'empirical' }, factors };
  const own = {
    bias: logistic.bias,
    weights: Float64Array.from(logistic.weights),
    means: Float64Array.from(logistic.means),
    spreads: Float64Array.from(logistic.spreads),
  };
  if (kind === 'logistic') return { model: { kind, logistic: own }, factors };
  return { model: { kind, logistic: own, trees: trees.map(treeOf) }, factors };
}

function plainLogistic({ bias, weights, means, spreads }: Logistic): PlainLogistic {
  return { bias, weights: [...weights], means: [...means], spreads: [...spreads] };
}

function plainTree({ features, limits, leaves }: Tree): PlainTree {
  return { features: [...features], limits: [...limits], leaves: [...leaves] };
}

function treeOf({ features, limits, leaves }: PlainTree): Tree {
  return {
    features: Int16Array.from(features),
    limits: Float64Array.from(limits),
    leaves: Float64Array.from(leaves),
  };
}
