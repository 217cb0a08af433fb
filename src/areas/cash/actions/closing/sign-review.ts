/** A second person signs what somebody did alone; whose acts they are never does. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { stopClock } from '#areas/clocks/index.ts';
import { type ReviewRefusal, maySignReview } from '../../rules/closing/review.ts';
import { insertReviewSignature, lockReview } from '../../store/closing/reviews.ts';
import { reviewClock } from './ask-review.ts';

export type SignReview = {
  readonly companyId: Id;
  readonly reviewId: Id;
  readonly note: string;
};

export async function signReview(
  context: Context,
  { companyId, reviewId, note }: SignReview,
): Promise<Outcome<{ reviewId: Id }, ReviewRefusal | 'cash.no_such_review'>> {
  const review = await lockReview(context.tx, companyId, reviewId);
  if (!review) return refuse('cash.no_such_review');
  const may = maySignReview({ ...review, signed: review.signed !== null }, context.actor.ref);
  if (!may.ok) return may;
  await insertReviewSignature(context, review, note);
  await stopClock(context, { key: reviewClock(reviewId), how: 'met', reason: 'looked over' });
  context.did({ what: 'own acts reviewed', id: reviewId, facts: { acts: review.rows.length } });
  return accept({ reviewId });
}
