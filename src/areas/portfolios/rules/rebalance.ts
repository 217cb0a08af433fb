/**
 * Evens out who has how much, with few moves: from the fullest day to the emptiest.
 *
 *   fullest ──the largest family that fits into both gaps──▶ emptiest who speaks its language
 *
 * The rule a newcomer would break: no move may leave anybody as full as the fullest was, so
 * that the highest load only ever falls. Families stay together, pinned accounts stay where
 * they are, and an account goes only to somebody who speaks its language.
 */
import type { Id } from '#kernel/ids.ts';
import type { AccountFeatures } from './condition.ts';

export type Collector = {
  readonly memberId: Id;
  /** What the day holds: loads are compared by their share of it. */
  readonly minutes: number;
  readonly speaks: readonly string[];
};

export type Weighed = { readonly account: AccountFeatures; readonly weight: number };
export type Move = { readonly account: AccountFeatures; readonly to: Id };

export type Limits = {
  /** Most accounts that change hands. */
  readonly mostMoves: number;
  /** Within so many percent of the average a day is even enough. */
  readonly tolerancePercent: number;
};

export const usualLimits: Limits = { mostMoves: 500, tolerancePercent: 5 };

/** Accounts of one family, which move together. */
type Bundle = {
  readonly ownerId: Id;
  readonly accounts: AccountFeatures[];
  /** In which somebody must speak; seldom more than one. */
  readonly languages: string[];
  weight: number;
  /** Not pinned in any part, and all in one hand. */
  movable: boolean;
};
type Workday = Collector & { readonly cap: number; load: number; readonly bundles: Bundle[] };

/** Proposes moves among these collectors; accounts of others and of nobody stay. */
export function rebalance(
  accounts: readonly Weighed[],
  collectors: readonly Collector[],
  limits: Limits = usualLimits,
): Move[] {
  const days = daysOf(
    accounts,
    collectors.filter(({ minutes }) => minutes > 0),
  );
  const moves: Move[] = [];
  const stuck = new Set<Workday>();
  const even = evenShare(days);
  let left = limits.mostMoves;
  while (left > 0) {
    const giver = fullest(days, stuck);
    if (!giver || !tooFull(giver, even, limits.tolerancePercent)) break;
    const step = bestStep(giver, days, { even, left });
    if (!step) {
      stuck.add(giver);
      continue;
    }
    take(giver, step);
    for (const account of step.bundle.accounts) moves.push({ account, to: step.taker.memberId });
    left -= step.bundle.accounts.length;
  }
  return moves;
}

function daysOf(accounts: readonly Weighed[], collectors: readonly Collector[]): Workday[] {
  const days = new Map<Id, Workday>();
  for (const each of collectors) {
    days.set(each.memberId, { ...each, cap: each.minutes, load: 0, bundles: [] });
  }
  for (const { account, weight } of accounts) {
    const day = account.ownerId === null ? undefined : days.get(account.ownerId);
    if (day) day.load += weight;
  }
  for (const bundle of bundlesOf(accounts)) {
    if (bundle.movable && bundle.weight > 0) days.get(bundle.ownerId)?.bundles.push(bundle);
  }
  for (const { bundles } of days.values()) bundles.sort((one, other) => other.weight - one.weight);
  return [...days.values()];
}

/** A family that several people share, or of which an account is pinned, stays as a whole. */
function bundlesOf(accounts: readonly Weighed[]): Iterable<Bundle> {
  const families = new Map<Id, Bundle>();
  for (const { account, weight } of accounts) {
    const { ownerId, language, pinned } = account;
    if (ownerId === null) continue;
    const bundle = families.get(account.headId);
    if (bundle === undefined) {
      const [held, languages] = [[account], [language]];
      const made = { ownerId, accounts: held, languages, weight, movable: !pinned };
      families.set(account.headId, made);
      continue;
    }
    bundle.accounts.push(account);
    if (!bundle.languages.includes(language)) bundle.languages.push(language);
    bundle.weight += weight;
    bundle.movable &&= !pinned && bundle.ownerId === ownerId;
  }
  return families.values();
}

function fullest(days: readonly Workday[], stuck: ReadonlySet<Workday>): Workday | undefined {
  let most: Workday | undefined;
  for (const day of days) {
    if (!stuck.has(day) && (!most || fuller(day, most))) most = day;
  }
  return most;
}

function fuller(one: Workday, other: Workday): boolean {
  return one.load * other.cap > other.load * one.cap;
}

function tooFull(day: Workday, even: number, tolerancePercent: number): boolean {
  return day.load * 100 > (100 + tolerancePercent) * even * day.cap;
}

/** The load for each minute of a day, if everybody's day were equally full. */
function evenShare(days: readonly Workday[]): number {
  const load = days.reduce((sum, each) => sum + each.load, 0);
  return load / days.reduce((sum, each) => sum + each.cap, 0);
}

type Step = { readonly bundle: Bundle; readonly index: number; readonly taker: Workday };

/**
 * The largest bundle that overfills nobody, to the emptiest who can take one; where every
 * bundle is larger than the gap, the smallest that still leaves both below what the giver has.
 */
function bestStep(
  giver: Workday,
  days: readonly Workday[],
  { even, left }: { readonly even: number; readonly left: number },
): Step | undefined {
  const tried = new Set([giver]);
  for (;;) {
    const taker = emptiest(days, tried);
    if (!taker || !fuller(giver, taker)) return undefined;
    const gap = Math.min(giver.load - even * giver.cap, even * taker.cap - taker.load);
    const step = largestWithin(giver, taker, gap, left) ?? smallestThatHelps(giver, taker, left);
    if (step) return step;
    tried.add(taker);
  }
}

function emptiest(days: readonly Workday[], tried: ReadonlySet<Workday>): Workday | undefined {
  let least: Workday | undefined;
  for (const day of days) {
    if (!tried.has(day) && (!least || fuller(least, day))) least = day;
  }
  return least;
}

function largestWithin(
  giver: Workday,
  taker: Workday,
  gap: number,
  left: number,
): Step | undefined {
  for (let index = firstWithin(giver.bundles, gap); index < giver.bundles.length; index += 1) {
    const bundle = giver.bundles[index];
    if (bundle && mayMove(bundle, giver, taker, left)) return { bundle, index, taker };
  }
  return undefined;
}

function smallestThatHelps(giver: Workday, taker: Workday, left: number): Step | undefined {
  for (let index = giver.bundles.length - 1; index >= 0; index -= 1) {
    const bundle = giver.bundles[index];
    if (!bundle || !helps(bundle, giver, taker)) return undefined;
    if (mayMove(bundle, giver, taker, left)) return { bundle, index, taker };
  }
  return undefined;
}

/** Bundles stand from heavy to light: where those that weigh at most the gap begin. */
function firstWithin(bundles: readonly Bundle[], gap: number): number {
  let [low, high] = [0, bundles.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((bundles[middle]?.weight ?? 0) <= gap) high = middle;
    else low = middle + 1;
  }
  return low;
}

function mayMove(bundle: Bundle, giver: Workday, taker: Workday, left: number): boolean {
  return (
    bundle.accounts.length <= left &&
    helps(bundle, giver, taker) &&
    bundle.languages.every((language) => taker.speaks.includes(language))
  );
}

/** After the move the taker is less full than the giver was. */
function helps({ weight }: Bundle, giver: Workday, taker: Workday): boolean {
  return (taker.load + weight) * giver.cap < giver.load * taker.cap;
}

function take(giver: Workday, { bundle, index, taker }: Step): void {
  giver.bundles.splice(index, 1);
  giver.load -= bundle.weight;
  // A bundle that moved is not moved on, so the taker does not list it.
  taker.load += bundle.weight;
}
