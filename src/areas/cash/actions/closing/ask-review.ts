/**
 * Freezes what a person did alone as a list that another person signs by a day, with its clock.
 *
 * In an office with one poster every day of theirs is such a list, once the day is over; what
 * they do to that day later is a further list, so that nothing slips in under a signature.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { startClock } from '#areas/clocks/index.ts';
import { type ReviewRow, notReviewed, reviewDueOn } from '../../rules/closing/review.ts';
import { whoWorked } from '../../store/closing/day.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import { frozenRows, insertReview, lockReviews, ownActs } from '../../store/closing/reviews.ts';
import { onePosterSince } from '../../store/policies.ts';

export type AskReview = {
  readonly companyId: Id;
  readonly day: Day;
  readonly about: 'day' | 'statement';
  readonly person: string;
  readonly rows: readonly ReviewRow[];
  readonly reviewDays: number;
};

export async function askReview(
  context: Context,
  { reviewDays, ...review }: AskReview,
): Promise<Id> {
  const { today } = context;
  const dueOn = reviewDueOn(today, reviewDays);
  const reviewId = await insertReview(context, { ...review, dueOn });
  const { companyId, day, rows } = review;
  await startClock(context, {
    key: reviewClock(reviewId),
    kind: 'cash_review',
    companyId,
    accountId: null,
    about: { kind: 'cash_review', id: reviewId },
    startedOn: today,
    dueOn,
    source: 'policy: daily close',
    ownerId: null,
    facts: { day, acts: String(rows.length) },
  });
  context.did({ what: 'second person asked', id: reviewId, facts: { dueOn, acts: rows.length } });
  return reviewId;
}

export const reviewClock = (reviewId: Id): string => `cash review/${reviewId}`;

/** Days that are looked back on; a list that was missed for longer is made by signing the day. */
const lookedBack = 14;

/** The days of a company with one poster that are over and nobody was asked to look at. */
export async function askReviews(
  context: Context,
  companyId: Id,
): Promise<Outcome<{ asked: number }, never>> {
  const { tx, today } = context;
  const since = await onePosterSince(tx, companyId);
  if (since === null) return accept({ asked: 0 });
  await lockReviews(tx, companyId);
  const { reviewDays } = await closingPolicyOf(tx, companyId);
  let asked = 0;
  for (let back = lookedBack; back > 0; back -= 1) {
    const day = plusDays(today, -back);
    if (day < since) continue;
    for (const person of await whoWorked(tx, { companyId, day })) {
      if (!person.startsWith('member:')) continue;
      const acts = await ownActs(tx, { companyId, day }, person);
      const frozen = await frozenRows(tx, { companyId, day }, person);
      const rows = notReviewed(acts, frozen);
      if (rows.length === 0) continue;
      await askReview(context, { companyId, day, about: 'day', person, rows, reviewDays });
      asked += 1;
    }
  }
  return accept({ asked });
}
