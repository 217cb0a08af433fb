/**
 * Whether the order put those first whom asking moves: incremental cash as one goes down the list
 * (Radcliffe 2007), beside the straight line of an order by chance.
 *
 * The accounts left alone are scaled up to those that were open, by the chance of each; the
 * coefficient is the area between curve and line, as a part of all that was overdue.
 */
import { type Interval, type Outcome, fewestCustomers, studentQuantile } from './uplift.ts';

export type QiniPoint = {
  /** The part of the list, from its top. */
  readonly part: number;
  /** Incremental cash so far, in minor units. */
  readonly cash: number;
  /** What an order by chance would have by then. */
  readonly byChance: number;
};

export type Qini = { readonly points: readonly QiniPoint[]; readonly coefficient: Interval };

const steps = 10;
/** Groups of customers that are left out in turn, for the error. */
const folds = 20;

/** Null while there are too few on either side. */
export function qiniOf(outcomes: readonly Outcome[]): Qini | null {
  const sides = [true, false].map((side) => {
    const its = outcomes.filter(({ leftAlone }) => leftAlone === side);
    return new Set(its.map(({ customerId }) => customerId)).size;
  });
  if (Math.min(...sides) < fewestCustomers) return null;
  const sorted = outcomes.toSorted((a, b) => byExpected(a, b));
  const points = curve(sorted);
  const customers = [...new Set(outcomes.map(({ customerId }) => customerId))].toSorted();
  const foldOf = new Map(customers.map((customerId, at) => [customerId, at % folds]));
  const without = Array.from({ length: folds }, (_, fold) =>
    areaOf(sorted.filter(({ customerId }) => foldOf.get(customerId) !== fold)),
  );
  const mean = without.reduce((sum, each) => sum + each, 0) / folds;
  const squares = without.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const reach = studentQuantile(folds - 1) * Math.sqrt(((folds - 1) / folds) * squares);
  const at = areaOf(sorted);
  return { points, coefficient: { at, low: at - reach, high: at + reach } };
}

function byExpected(a: Outcome, b: Outcome): number {
  if (a.expected !== b.expected) return a.expected > b.expected ? -1 : 1;
  return a.customerId < b.customerId ? -1 : 1;
}

function curve(sorted: readonly Outcome[]): readonly QiniPoint[] {
  const cash = Array.from({ length: steps + 1 }, (_, step) =>
    incremental(sorted.slice(0, Math.round((sorted.length * step) / steps))),
  );
  const all = cash[steps] ?? 0;
  return cash.map((each, step) => {
    return { part: step / steps, cash: each, byChance: (all * step) / steps };
  });
}

/** What the open ones paid more than those left alone would have in their number. */
function incremental(top: readonly Outcome[]): number {
  const open = top.filter(({ leftAlone }) => !leftAlone);
  const left = top.filter(({ leftAlone }) => leftAlone);
  const paid = (of: readonly Outcome[]): number =>
    of.reduce((sum, each) => sum + Number(each.overdue) * each.share, 0);
  const scaled = left.reduce((sum, each) => {
    return sum + (Number(each.overdue) * each.share * (1 - each.chance)) / each.chance;
  }, 0);
  return paid(open) - scaled;
}

function areaOf(sorted: readonly Outcome[]): number {
  const overdue = sorted.reduce((sum, each) => {
    return each.leftAlone ? sum : sum + Number(each.overdue);
  }, 0);
  const between = curve(sorted).reduce((sum, { cash, byChance }) => sum + cash - byChance, 0);
  return overdue > 0 ? between / (steps * overdue) : 0;
}
