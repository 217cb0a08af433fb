/**
 * Whom the segments take: which strategies would take an account beside the one that does, and
 * the accounts that none takes. An account has one strategy; an overlap shows an order that
 * somebody may not have meant.
 */
import type { Day } from '#kernel/day.ts';
import type { AccountFacts } from './account-facts.ts';
import { type Strategy, isIn } from './choose-strategy.ts';

export type OverlapRow = {
  /** The strategy that takes them; null: none does. */
  readonly takes: string | null;
  /** Others whose segments hold too, in their order. */
  readonly also: readonly string[];
  readonly accounts: number;
  /** The number of one of them. */
  readonly example: string;
};

export type Overlap = {
  readonly accounts: number;
  readonly inSeveral: number;
  readonly inNone: number;
  /** The most accounts first. */
  readonly rows: readonly OverlapRow[];
};

/** The keys of every strategy whose segment holds, in order; `strategies` stand in order. */
export function segmentsOf(
  strategies: readonly Strategy[],
  facts: AccountFacts,
  on: Day,
): readonly string[] {
  return strategies.filter((strategy) => isIn(strategy, facts, on)).map(({ key }) => key);
}

export type Counting = Map<string, OverlapRow>;

export function countIn(counting: Counting, keys: readonly string[], account: string): void {
  const [takes = null, ...also] = keys;
  const name = keys.join(' ');
  const before = counting.get(name) ?? { takes, also, accounts: 0, example: account };
  counting.set(name, { ...before, accounts: before.accounts + 1 });
}

export function overlapOf(counting: Counting): Overlap {
  const rows = [...counting.values()].toSorted((a, b) => b.accounts - a.accounts);
  const sum = (some: readonly OverlapRow[]): number =>
    some.reduce((total, { accounts }) => total + accounts, 0);
  return {
    accounts: sum(rows),
    inSeveral: sum(rows.filter(({ also }) => also.length > 0)),
    inNone: sum(rows.filter(({ takes }) => takes === null)),
    rows,
  };
}
