/**
 * What came of an experiment: the collected share of what was owed, on either side, and the
 * interval in which the difference lies.
 *
 * Welch's interval for the difference of two means, at 95 percent; with few accounts it is wide,
 * and while it holds zero nobody knows which side is better.
 */
import type { AccountFacts, Sum } from './account-facts.ts';

/** The currency in which most is owed, with the amount; undefined when nothing is. */
export function owedMost({ items }: AccountFacts): Sum | undefined {
  const sums = new Map<Sum['currency'], bigint>();
  for (const { currency, open } of items) sums.set(currency, (sums.get(currency) ?? 0n) + open);
  const all = [...sums].map(([currency, minor]) => ({ currency, minor }));
  return all.reduce<Sum | undefined>(
    (most, each) => (most === undefined || each.minor > most.minor ? each : most),
    undefined,
  );
}

/** Of one account: what it owed when it came in, and what of that was collected since. */
export type Collected = { readonly owed: bigint; readonly paid: bigint };

export type SideOutcome = {
  readonly accounts: number;
  /** The mean share collected of what each account owed, 0 to 1. */
  readonly share: number;
};

export type ExperimentOutcome = {
  readonly champion: SideOutcome;
  readonly challenger: SideOutcome;
  /** Challenger less champion; the interval is null with fewer than two accounts on a side. */
  readonly difference: number;
  readonly interval: { readonly from: number; readonly to: number } | null;
  /** The side that is better beyond chance; null while nobody knows. */
  readonly better: 'champion' | 'challenger' | null;
};

export function outcomeOf(
  champion: readonly Collected[],
  challenger: readonly Collected[],
): ExperimentOutcome {
  const [one, other] = [momentsOf(champion), momentsOf(challenger)];
  const difference = other.mean - one.mean;
  const interval = intervalOf(one, other, difference);
  return {
    champion: { accounts: one.count, share: one.mean },
    challenger: { accounts: other.count, share: other.mean },
    difference,
    interval,
    better: betterOf(interval),
  };
}

function betterOf(interval: ExperimentOutcome['interval']): ExperimentOutcome['better'] {
  if (interval === null) return null;
  if (interval.from > 0) return 'challenger';
  return interval.to < 0 ? 'champion' : null;
}

type Moments = { readonly count: number; readonly mean: number; readonly variance: number };

/** A share of more than all, money that came for later debts too, counts as all. */
function momentsOf(collected: readonly Collected[]): Moments {
  const shares = collected
    .filter(({ owed }) => owed > 0n)
    .map(({ owed, paid }) => {
      const share = Number((paid * 1_000_000n) / owed) / 1_000_000;
      return Math.min(1, Math.max(0, share));
    });
  const count = shares.length;
  const mean = count === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / count;
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0);
  return { count, mean, variance: count < 2 ? 0 : squares / (count - 1) };
}

function intervalOf(one: Moments, other: Moments, difference: number) {
  if (one.count < 2 || other.count < 2) return null;
  const [a, b] = [one.variance / one.count, other.variance / other.count];
  const spread = a + b;
  if (spread === 0) return { from: difference, to: difference };
  // Welch and Satterthwaite's degrees of freedom.
  const freedom = spread ** 2 / (a ** 2 / (one.count - 1) + b ** 2 / (other.count - 1));
  const half = studentQuantile(freedom) * Math.sqrt(spread);
  return { from: difference - half, to: difference + half };
}

/** Student's t at 97.5 percent, by the expansion of Cornish and Fisher (Abramowitz 26.7.5). */
function studentQuantile(freedom: number): number {
  const x = 1.959_963_985;
  const first = (x ** 3 + x) / 4;
  const second = (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96;
  const third = (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384;
  return x + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
