/**
 * Unapplied money among several plans and settlements of one account: the oldest first, and no
 * dollar for two.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Money, isPositive, minus, plus, smaller, zero } from '#kernel/money.ts';
import type { PlanMoney } from './progress.ts';

export type LooseClaim = {
  readonly id: Id;
  /** What no applied money has paid yet. */
  readonly missing: Money;
  readonly madeOn: Day;
  readonly madeAt: Instant;
  /** Counts no money of a later day; null where any day will do. */
  readonly until: Day | null;
};

export type LoosePiece = PlanMoney & { readonly recordedAt: Instant };

/** What each may count, by its id; whoever claims first is served first, and may claim twice. */
export function shareLoose(
  claims: readonly LooseClaim[],
  pieces: readonly LoosePiece[],
): ReadonlyMap<Id, readonly PlanMoney[]> {
  const left = pieces.map((piece) => ({ ...piece }));
  const shares = new Map<Id, PlanMoney[]>();
  for (const claim of claims) {
    let taken = zero(claim.missing.currency);
    const own = left.flatMap((piece): PlanMoney[] => {
      if (!mayCount(claim, piece)) return [];
      const amount = smaller(piece.amount, minus(claim.missing, taken));
      if (!isPositive(amount)) return [];
      taken = plus(taken, amount);
      piece.amount = minus(piece.amount, amount);
      return [{ on: piece.on, amount }];
    });
    shares.set(claim.id, [...(shares.get(claim.id) ?? []), ...own]);
  }
  return shares;
}

/** Of its currency and its days, and seen after it was agreed. */
function mayCount({ missing, madeOn, madeAt, until }: LooseClaim, piece: LoosePiece): boolean {
  if (until !== null && piece.on > until) return false;
  if (piece.amount.currency !== missing.currency) return false;
  return piece.on >= madeOn && piece.recordedAt > madeAt;
}
