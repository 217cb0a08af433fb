/**
 * What the work has added, as measured: accounts that were open to be worked against those left
 * alone by chance, with an interval.
 *
 * Means are weighted by the chance of each side (Hájek), errors are by customer. The interval is
 * right for one look. A gain is claimed only when nought lies outside a wider one that stays
 * right however often one looks (an asymptotic confidence sequence: Waudby-Smith et al. 2021),
 * because somebody looks every morning.
 */
export type Outcome = {
  readonly customerId: string;
  readonly leftAlone: boolean;
  /** Of being left alone, when it was drawn. */
  readonly chance: number;
  /** Overdue when it began, in minor units. */
  readonly overdue: bigint;
  /** The part of it that was paid within the horizon. */
  readonly share: number;
  /** What the contact was expected to add, in minor units. */
  readonly expected: bigint;
  readonly minutes: number;
};

export type Interval = { readonly at: number; readonly low: number; readonly high: number };

/** `gain` and `loss` only once the wider interval says so. */
export type Claim = 'too_few' | 'not_shown' | 'gain' | 'loss';

export type Uplift = {
  readonly open: number;
  readonly leftAlone: number;
  /** What was paid of what was overdue more than without, account by account; null: too few. */
  readonly share: Interval | null;
  /** The same of the money: incremental cash of the open accounts, in minor units. */
  readonly cash: Interval | null;
  /** Per hour planned for them, in minor units. */
  readonly perHour: Interval | null;
  readonly claim: Claim;
};

/** Customers on each side below which nothing is said. */
export const fewestCustomers = 20;

export function upliftOf(outcomes: readonly Outcome[]): Uplift {
  const left = outcomes.filter(({ leftAlone }) => leftAlone);
  const open = outcomes.filter(({ leftAlone }) => !leftAlone);
  const counts = { open: open.length, leftAlone: left.length };
  const few = Math.min(customersOf(open), customersOf(left));
  if (few < fewestCustomers) {
    return { ...counts, share: null, cash: null, perHour: null, claim: 'too_few' };
  }
  const share = difference(outcomes, () => 1);
  const ofMoney = difference(outcomes, ({ overdue }) => Number(overdue));
  const money = open.reduce((sum, { overdue }) => sum + Number(overdue), 0);
  const hours = open.reduce((sum, { minutes }) => sum + minutes, 0) / 60;
  const quantile = studentQuantile(few - 1);
  return {
    ...counts,
    share: interval(share, quantile, 1),
    cash: interval(ofMoney, quantile, money),
    perHour: hours > 0 ? interval(ofMoney, quantile, money / hours) : null,
    claim: claimOf(share, few),
  };
}

type Estimate = { readonly difference: number; readonly error: number };

/** The difference of the weighted means of the shares, with its error clustered by customer. */
function difference(outcomes: readonly Outcome[], sizeOf: (of: Outcome) => number): Estimate {
  const weight = (of: Outcome): number => sizeOf(of) / (of.leftAlone ? of.chance : 1 - of.chance);
  const side = (leftAlone: boolean) => {
    const its = outcomes.filter((each) => each.leftAlone === leftAlone);
    const total = its.reduce((sum, each) => sum + weight(each), 0);
    const mean = its.reduce((sum, each) => sum + weight(each) * each.share, 0) / total;
    return { total, mean };
  };
  const sides = { open: side(false), left: side(true) };
  const pulls = new Map<string, number>();
  for (const each of outcomes) {
    const { total, mean } = each.leftAlone ? sides.left : sides.open;
    const pull = ((each.leftAlone ? -1 : 1) * weight(each) * (each.share - mean)) / total;
    pulls.set(each.customerId, (pulls.get(each.customerId) ?? 0) + pull);
  }
  const squares = [...pulls.values()].reduce((sum, pull) => sum + pull * pull, 0);
  const small = pulls.size / Math.max(pulls.size - 1, 1);
  return { difference: sides.open.mean - sides.left.mean, error: Math.sqrt(small * squares) };
}

function interval(estimate: Estimate, quantile: number, times: number): Interval {
  const { difference: at, error } = estimate;
  return {
    at: at * times,
    low: (at - quantile * error) * times,
    high: (at + quantile * error) * times,
  };
}

/** How often a gain or a loss may be claimed where there is none, over all looks together. */
const alpha = 0.01;
/** Customers left alone at which the sequence is tightest. */
const tightestAt = 200;

function claimOf({ difference: at, error }: Estimate, customers: number): Claim {
  const twice = -2 * Math.log(alpha);
  const spread = (customers * (twice + Math.log(twice) + 1)) / tightestAt;
  const factor = Math.sqrt(((2 * (spread + 1)) / spread) * Math.log(Math.sqrt(spread + 1) / alpha));
  if (at - factor * error > 0) return 'gain';
  return at + factor * error < 0 ? 'loss' : 'not_shown';
}

/** The 97.5 % point of Student's distribution (Cornish and Fisher's expansion). */
export function studentQuantile(degrees: number): number {
  const z = 1.959964;
  const first = (z ** 3 + z) / (4 * degrees);
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3);
  return z + first + second + third;
}

function customersOf(outcomes: readonly Outcome[]): number {
  return new Set(outcomes.map(({ customerId }) => customerId)).size;
}
