/**
 * How far a customer may go: the standing limit, more for a time, or what an insurer covers.
 *
 *   standing ──its last day passes──▶ expired: it still measures, and stops new orders
 *
 * A temporary limit replaces the standing one while it is higher; cover counts as the limit only
 * where no limit was given. An expired limit is never read as no limit.
 */
import type { Day } from '#kernel/day.ts';
import type { Money } from '#kernel/money.ts';

export type Granted = {
  readonly amount: Money;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
};

export type Limits = {
  readonly standing: { readonly amount: Money; readonly untilOn: Day | null } | null;
  readonly temporary: Granted | null;
  readonly insurance: Granted | null;
};

export type LimitInForce = {
  readonly amount: Money;
  readonly kind: 'standing' | 'temporary' | 'insurance';
  readonly untilOn: Day | null;
  /** Its last day has passed. */
  readonly expired: boolean;
};

/** The limit that measures today; null when none was ever given. */
export function limitOn(
  { standing, temporary, insurance }: Limits,
  today: Day,
): LimitInForce | null {
  const more = temporary !== null && runs(temporary, today) ? temporary : null;
  if (more !== null && (standing === null || exceeds(more.amount, standing.amount))) {
    return { amount: more.amount, kind: 'temporary', untilOn: more.untilOn, expired: false };
  }
  if (standing !== null) {
    const { amount, untilOn } = standing;
    return { amount, kind: 'standing', untilOn, expired: untilOn !== null && untilOn < today };
  }
  if (insurance === null) return null;
  const { amount, untilOn, fromOn } = insurance;
  if (fromOn > today) return null;
  return { amount, kind: 'insurance', untilOn, expired: untilOn !== null && untilOn < today };
}

function runs({ fromOn, untilOn }: Granted, today: Day): boolean {
  return fromOn <= today && (untilOn === null || today <= untilOn);
}

/** Of two currencies neither is more: the temporary limit was given last and says so. */
function exceeds(one: Money, other: Money): boolean {
  return one.currency !== other.currency || one.minor > other.minor;
}

/** The limit with what the policy lets pass above it, in minor units. */
export function reachOf({ minor }: Money, toleranceBps: number): bigint {
  return minor + (minor * BigInt(toleranceBps)) / 10_000n;
}
