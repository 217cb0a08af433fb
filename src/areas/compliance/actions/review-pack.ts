/**
 * Notes that counsel has reviewed a pack, or that the review no longer holds.
 *
 * It changes no answer of the gate: a pack that nobody reviewed binds all the same.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { packs } from '../rules/may-contact.ts';
import { insertReview } from '../store/packs.ts';

export type ReviewPack = {
  readonly packId: string;
  readonly reviewed: boolean;
  readonly reviewer: string;
  readonly reviewedOn: Day;
  readonly note: string;
};

/** Refuses a pack that there is not, and a day that has not come. */
export async function reviewPack(
  context: Context,
  review: ReviewPack,
): Promise<
  Outcome<{ packId: string }, 'compliance.no_such_pack' | 'compliance.reviewed_later_than_today'>
> {
  const { packId, reviewedOn } = review;
  if (!packs.has(packId)) return refuse('compliance.no_such_pack', { pack: packId });
  if (reviewedOn > context.today) {
    return refuse('compliance.reviewed_later_than_today', { reviewedOn });
  }
  await insertReview(context, review);
  context.did({ what: 'pack review', facts: { packId, reviewedOn } });
  await context.tell({ name: 'compliance.packs_changed', accountId: null, payload: { packId } });
  return accept({ packId });
}
