/** Signs the look at a month's causes: what was found, what is done, the figures as they stood. */
import { type Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertReview } from '../store/cause-rows.ts';

export type ReviewCauses = {
  readonly companyId: Id;
  /** The first day of the month. */
  readonly month: Day;
  readonly findings: string;
  readonly actions: string;
  /** The Pareto as it was shown. */
  readonly figures: unknown;
};

/** A second look at the same month stands beside the first. */
export async function reviewCauses(
  context: Context,
  review: ReviewCauses,
): Promise<Outcome<{ reviewId: Id }, never>> {
  const reviewId = await insertReview(context, review);
  context.did({ what: 'causes reviewed', id: reviewId, facts: { month: review.month } });
  return accept({ reviewId });
}
