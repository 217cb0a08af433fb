/**
 * The second-person review of a small office (rules.md §7.2): where the same person received,
 * posted and signed, their own acts are frozen as a list that another person signs by a day.
 *
 *   signed what one worked on ──▶ list frozen, clock runs ──another signs──▶ reviewed
 *
 * It stands in for the second person, it does not replace the list: what was signed stays as it
 * was seen, and whose acts they are never signs.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const reviewedActs = [
  'entered',
  'posted',
  'unapplied',
  'moved',
  'transferred',
  'returned',
  'reversed',
  'elsewhere',
  'deposited',
  'held_over',
  'statement_signed',
] as const;
export type ReviewedAct = (typeof reviewedActs)[number];

/** One act of the person; the amount in minor units, as text, as it is kept. */
export type ReviewRow = {
  readonly act: ReviewedAct;
  readonly id: string;
  readonly who: string;
  readonly amount: string;
  readonly currency: string;
  readonly reason: string;
};

export type ReviewRefusal = 'cash.own_review' | 'cash.review_signed_already';

/** Must what this person signed be looked over? Only where nobody else had to sign it. */
export function needsReview(
  secondPerson: boolean,
  workedOnBy: readonly string[],
  signer: string,
): boolean {
  return !secondPerson && workedOnBy.includes(signer);
}

/** Acts that stand in no list yet; an act that was done twice stands there twice. */
export function notReviewed(
  acts: readonly ReviewRow[],
  frozen: readonly ReviewRow[],
): readonly ReviewRow[] {
  const keyOf = ({ act, id, amount }: ReviewRow): string => `${act} ${id} ${amount}`;
  const known = new Map<string, number>();
  for (const row of frozen) known.set(keyOf(row), (known.get(keyOf(row)) ?? 0) + 1);
  return acts.filter((row) => {
    const left = known.get(keyOf(row)) ?? 0;
    known.set(keyOf(row), left - 1);
    return left <= 0;
  });
}

/** The last day on which the list may wait. */
export function reviewDueOn(signedOn: Day, reviewDays: number): Day {
  return plusDays(signedOn, reviewDays);
}

/** May this actor sign the list? */
export function maySignReview(
  review: { readonly person: string; readonly signed: boolean },
  actor: string,
): Outcome<null, ReviewRefusal> {
  if (review.signed) return refuse('cash.review_signed_already');
  return review.person === actor ? refuse('cash.own_review') : accept(null);
}
