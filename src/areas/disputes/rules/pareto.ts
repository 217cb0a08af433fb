/**
 * The few causes that make most of the money late: the largest first, with what they add up to.
 *
 * The rule a newcomer would break: shares are of one currency and add up to exactly a hundred
 * percent, so the last line takes what rounding left.
 */
import { type Money, plus, sum } from '#kernel/money.ts';
import { type CauseSide, type RootCause, sideOf } from './cause.ts';

export type CauseTotal = {
  readonly cause: RootCause;
  readonly disputes: number;
  readonly items: number;
  readonly amount: Money;
};

export type ParetoLine = CauseTotal & {
  readonly side: CauseSide;
  /** Of all, in hundredths of a percent. */
  readonly shareBps: number;
  /** This and every larger one. */
  readonly runningBps: number;
  /** Belongs to the few that together make eighty percent. */
  readonly vital: boolean;
};

const vitalBps = 8000;

/** The totals of one currency as a Pareto; equal amounts stand by name. */
export function pareto(totals: readonly CauseTotal[]): ParetoLine[] {
  const [first] = totals;
  if (!first) return [];
  const { currency } = first.amount;
  const all = sum(
    totals.map(({ amount }) => amount),
    currency,
  ).minor;
  let running = sum([], currency);
  let before = 0;
  return totals.toSorted(byAmount).map((total) => {
    running = plus(running, total.amount);
    const runningBps = all === 0n ? 0 : Number((running.minor * 10_000n + all / 2n) / all);
    const line = {
      ...total,
      side: sideOf(total.cause),
      shareBps: runningBps - before,
      runningBps,
      vital: before < vitalBps,
    };
    before = runningBps;
    return line;
  });
}

function byAmount(a: CauseTotal, b: CauseTotal): number {
  if (a.amount.minor !== b.amount.minor) return a.amount.minor > b.amount.minor ? -1 : 1;
  return a.cause < b.cause ? -1 : 1;
}
