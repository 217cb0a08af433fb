/** Answers crossings of the aging review; when nothing is left the day counts as reviewed. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type Answering,
  type Review,
  insertAnswers,
  insertLook,
  unanswered,
} from '../store/review.ts';

export type AnswerCrossings = Omit<Answering, 'delegateTo'> & {
  readonly delegateTo: Id | undefined;
  readonly review: Review;
};

export type AnswerCrossingsRefusal = 'reports.nobody_to_delegate_to';

/** Refuses a delegation that names nobody. */
export async function answerCrossings(
  context: Context,
  { review, delegateTo, ...answering }: AnswerCrossings,
): Promise<Outcome<{ answered: number }, AnswerCrossingsRefusal>> {
  if (answering.answer === 'delegated' && delegateTo === undefined) {
    return refuse('reports.nobody_to_delegate_to');
  }
  const answered = await insertAnswers(context, { ...answering, delegateTo: delegateTo ?? null });
  if ((await unanswered(context.tx, review)) === 0) await insertLook(context, answering.memberId);
  context.did({ what: 'review', facts: { answered, answer: answering.answer } });
  return accept({ answered });
}
