/**
 * Teaches a model what a book showed by a day, and finds out on the weeks after that day whether
 * it is better than the model in use.
 *
 * The rule: what is tested is what goes live. A model is never taught again with the weeks that
 * judged it, so the one in use and its challenger have both never seen them.
 */
import { type BookItem, asKnownBy } from './book-item.ts';
import { intervalOf, paidByChance } from './distribution.ts';
import { mondayOf } from './days.ts';
import { historiesOf } from './known-item.ts';
import {
  type Model,
  type ModelKind,
  type Predicted,
  horizonOf,
  knownBy,
  learn,
  predictAmong,
} from './predict.ts';
import { pinballOf } from './score.ts';
import { pooledOn } from './seen.ts';
import { type Factors, bendByStates, learnFactors } from './states.ts';

export type Trained = { readonly model: Model; readonly factors: Factors };

/** The weeks that judge, and the evenings within them on which both models are asked. */
export const heldOut = { days: 56, looks: 4 } as const;
/** Days beyond the horizon of learning that are still told one by one. */
const beyond = 30;

/** Learns from what was known by the close of a day. */
export function trainOn(items: readonly BookItem[], asOf: number, kind: ModelKind): Trained {
  const known = asKnownBy(items, asOf);
  const pooled = pooledOn(historiesOf(knownBy(known, asOf)), asOf);
  // The items come as they went in; their states are looked up by number.
  const states = new Map(known.map((item) => [item.invoiceId, item.states]));
  return {
    model: learn(known, asOf, kind),
    factors: learnFactors(known, ({ invoiceId }) => states.get(invoiceId) ?? [], asOf, pooled),
  };
}

/** What a trained model says of everything that was open at the close of a day. */
export function predictBook(
  items: readonly BookItem[],
  asOf: number,
  { model, factors }: Trained,
): Predicted[] {
  const known = asKnownBy(items, asOf);
  const states = new Map(known.map((item) => [item.invoiceId, item.states]));
  return predictAmong(known, {
    asOf,
    horizon: horizonOf(known) + beyond,
    pooled: pooledOn(historiesOf(knownBy(known, asOf)), asOf),
    model,
    bend: ({ item }, hazards) =>
      bendByStates(hazards, states.get(item.invoiceId) ?? [], asOf, factors),
  });
}

/** The last day that may teach: a Sunday, so that whole weeks judge. */
export function lastLesson(asOf: number): number {
  return mondayOf(asOf - heldOut.days) - 1;
}

/** One invoice on one evening: how far either model was from what came. */
type Pair = { readonly customerId: string; readonly own: Missed; readonly other: Missed };
type Missed = { readonly days: number; readonly pinball: number; readonly covered: boolean };

export type Beside = {
  readonly judged: number;
  readonly mae: number;
  readonly pinball: number;
  readonly coverage: number;
};

export type Comparison = {
  readonly from: number;
  readonly to: number;
  readonly challenger: Beside;
  readonly other: Beside;
  /** Days and pinball together, per invoice: below zero the challenger is better. */
  readonly difference: number;
  /** Nine times in ten the difference is below this; customers are drawn, not invoices. */
  readonly atMost: number;
  readonly isBetter: boolean;
};

/** The challenger beside another model on evenings that neither was taught. */
export function compare(
  items: readonly BookItem[],
  asOf: number,
  challenger: Trained,
  other: Trained,
): Comparison {
  const first = lastLesson(asOf);
  const paid = new Map(items.map(({ invoiceId, paidOn }) => [invoiceId, paidOn]));
  const pairs: Pair[] = [];
  for (let at = 0; at < heldOut.looks; at += 1) {
    const look = first + 7 * at;
    const others = new Map(
      predictBook(items, look, other).map((each) => [each.open.item.invoiceId, each]),
    );
    for (const own of predictBook(items, look, challenger)) {
      const { invoiceId, customerId } = own.open.item;
      const theirs = others.get(invoiceId);
      const paidOn = paid.get(invoiceId) ?? null;
      const came = paidOn !== null && paidOn <= asOf ? paidOn : asOf + 1;
      // Known late, and paid before it was asked about: nothing was left to predict.
      if (!theirs || came <= look) continue;
      pairs.push({ customerId, own: missed(own, came), other: missed(theirs, came) });
    }
  }
  return { from: first, to: asOf, ...judge(pairs) };
}

function missed({ distribution }: Predicted, came: number): Missed {
  const interval = intervalOf(distribution);
  return {
    days: Math.abs(came - interval.p50),
    pinball: pinballOf(interval, came),
    covered: came >= interval.p10 && came <= interval.p90,
  };
}

function judge(pairs: readonly Pair[]): Omit<Comparison, 'from' | 'to'> {
  const gain = ({ own, other }: Pair): number =>
    own.days - other.days + (own.pinball - other.pinball);
  const many = Math.max(pairs.length, 1);
  const difference = pairs.reduce((sum, pair) => sum + gain(pair), 0) / many;
  const byCustomer = new Map<string, number>();
  for (const pair of pairs) {
    const { customerId } = pair;
    byCustomer.set(customerId, (byCustomer.get(customerId) ?? 0) + gain(pair) - difference);
  }
  // The spread of a mean of clusters (Liang and Zeger, 1986).
  const square = [...byCustomer.values()].reduce((sum, each) => sum + each * each, 0);
  const atMost = difference + (1.2816 * Math.sqrt(square)) / many;
  return {
    challenger: beside(pairs.map(({ own }) => own)),
    other: beside(pairs.map(({ other }) => other)),
    difference,
    atMost,
    isBetter: pairs.length > 0 && atMost < 0,
  };
}

function beside(all: readonly Missed[]): Beside {
  const mean = (value: (each: Missed) => number): number =>
    all.reduce((sum, each) => sum + value(each), 0) / Math.max(all.length, 1);
  return {
    judged: all.length,
    mae: mean(({ days }) => days),
    pinball: mean(({ pinball }) => pinball),
    coverage: mean(({ covered }) => (covered ? 1 : 0)),
  };
}

/** The chance to be paid between two days, both included. */
export function chanceBetween({ distribution }: Predicted, from: number, to: number): number {
  return paidByChance(distribution, to) - paidByChance(distribution, from - 1);
}
