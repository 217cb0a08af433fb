/**
 * Which limits want a look: due for review, about to expire or expired, nearly used up, or over.
 *
 * What is at risk may be below nothing, when a customer has paid ahead: nothing is used then.
 */
import type { Day } from '#kernel/day.ts';

export const findings = ['over', 'used', 'expired', 'expiring', 'review'] as const;
export type Finding = (typeof findings)[number];

export type WatchedLimit = {
  readonly limit: bigint;
  readonly exposure: bigint;
  readonly untilOn: Day | null;
  readonly reviewOn: Day | null;
};

export type Watch = {
  readonly today: Day;
  /** Days up to this one count as near. */
  readonly soon: Day;
  /** So much of a limit is nearly all of it. */
  readonly percent: number;
};

/** In whole percent, rounded down; null where there is nothing to use. */
export function usedPercent({ limit, exposure }: Pick<WatchedLimit, 'limit' | 'exposure'>) {
  if (exposure <= 0n) return 0;
  return limit === 0n ? null : Number((exposure * 100n) / limit);
}

/** Why a limit wants a look, the gravest first; empty: it does not. */
export function findingsOf(watched: WatchedLimit, { today, soon, percent }: Watch): Finding[] {
  const { untilOn, reviewOn } = watched;
  const used = usedPercent(watched);
  const over = watched.exposure > 0n && watched.exposure > watched.limit;
  const expired = untilOn !== null && untilOn < today;
  const found: Record<Finding, boolean> = {
    over,
    used: !over && used !== null && used >= percent,
    expired,
    expiring: untilOn !== null && !expired && untilOn <= soon,
    review: reviewOn !== null && reviewOn <= soon,
  };
  return findings.filter((each) => found[each]);
}
