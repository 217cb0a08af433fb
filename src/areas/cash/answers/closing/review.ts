/** A list of one person's own acts as the wire tells it, with its clock. */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { WireReview } from '../../contract/closing.ts';
import type { Review } from '../../store/closing/reviews.ts';
import { told } from './day.ts';

type Reader = { readonly today: Day; readonly actor: string; readonly language: Language };

export function wireReview(review: Review, { today, actor, language }: Reader): WireReview {
  const { reviewId, about, day, person, by, dueOn, rows, signed } = review;
  return {
    reviewId,
    about,
    day,
    by: actorName(by, language),
    mine: person === actor,
    dueOn,
    overdue: signed === null && dueOn < today,
    rows: rows.map((row) => ({ ...row, amount: told(BigInt(row.amount), row.currency) })),
    signed: signed && { ...signed, by: actorName(signed.by, language) },
  };
}
