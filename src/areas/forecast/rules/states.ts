/**
 * What besides habit bends the chance to be paid: an open dispute, a credit hold, a recent contact.
 * How much each bends it is learnt from this book: payments that came while it lasted beside
 * those that habit would have brought (a standardised ratio, shrunk like a Gamma prior).
 *
 * Every state has its days: one that began later is not there yet.
 */
import { after, before, slotOf } from './hazard.ts';
import type { KnownItem } from './known-item.ts';
import type { Pooled } from './seen.ts';

export const stateKinds = ['disputed', 'held', 'contacted'] as const;
export type StateKind = (typeof stateKinds)[number];

/** From the first day on which it held to the last; null while it lasts. */
export type State = {
  readonly kind: StateKind;
  readonly from: number;
  readonly until: number | null;
};

export type Factors = Readonly<Record<StateKind, number>>;

/** What is believed before the book says anything, and by how many payments it is believed. */
const priors: Factors = { disputed: 0.3, held: 0.8, contacted: 1.2 };
const weight = 10;
/** A contact is felt for so many days. */
const felt = 7;
/** An open dispute is taken to last so much longer. */
const disputeLeft = 21;

/** Asking does not make anybody pay later: who is asked was late before. */
const bounds: Readonly<Record<StateKind, readonly [number, number]>> = {
  disputed: [0.02, 1],
  held: [0.2, 1.5],
  contacted: [1, 3],
};

export function contactedFrom(on: number): State {
  return { kind: 'contacted', from: on + 1, until: on + felt };
}

export function learnFactors(
  items: readonly KnownItem[],
  statesOf: (item: KnownItem) => readonly State[],
  asOf: number,
  pooled: Pooled,
): Factors {
  const seen = Object.fromEntries(stateKinds.map((kind) => [kind, { came: 0, expected: 0 }]));
  for (const item of items) {
    for (const state of statesOf(item)) {
      const sums = seen[state.kind];
      if (!sums || state.from > asOf) continue;
      const paidOn = item.paidOn !== null && item.paidOn <= asOf ? item.paidOn : null;
      const last = Math.min(state.until ?? asOf, asOf, paidOn ?? asOf);
      const first = Math.max(state.from, item.issuedOn + 1);
      // Beyond the table every day is the same; a year of waiting teaches no more.
      for (let on = Math.max(first, last - before - after); on <= last; on += 1) {
        sums.expected += pooled.all.byDue[slotOf(on - item.dueOn)] ?? 0;
      }
      if (paidOn !== null && paidOn >= first && paidOn <= last) sums.came += 1;
    }
  }
  const factor = (kind: StateKind): number => {
    const { came, expected } = seen[kind] ?? { came: 0, expected: 0 };
    const [least, most] = bounds[kind];
    const learnt = (came + weight * priors[kind]) / (expected + weight);
    return Math.min(Math.max(learnt, least), most);
  };
  return {
    disputed: factor('disputed'),
    held: factor('held'),
    contacted: factor('contacted'),
  };
}

/** Bends the chances of the coming days; the first is that of the day after. */
export function bendByStates(
  hazards: Float64Array,
  states: readonly State[],
  asOf: number,
  factors: Factors,
): void {
  for (const { kind, from, until } of states) {
    if (from > asOf + 1 || (until !== null && until <= asOf)) continue;
    const last = until ?? asOf + disputeLeft;
    const days = Math.min(last - asOf, hazards.length);
    for (let at = 0; at < days; at += 1) {
      hazards[at] = Math.min((hazards[at] ?? 0) * factors[kind], 0.999);
    }
  }
}
