/** Done for today, with a result on the timeline; the account comes back tomorrow if it must. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { plusDays } from '#kernel/day.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { instantOf, localTimeOf } from '#kernel/local-time.ts';
import type { AnswerRefusal } from '../rules/refusal.ts';
import { type Viewed, keepAnswer, mayAnswer, nextOf } from './answer-work.ts';

export type WorkResult = 'reached' | 'not_reached' | 'promised' | 'resolved' | 'no_action';

export type FinishWork = {
  readonly accountId: Id;
  readonly result: WorkResult;
  readonly note: string;
  readonly viewed?: Viewed;
};

/** Answers the account to work next, on the list of the one just done. */
export async function finishWork(
  context: Context,
  { accountId, result, note, viewed }: FinishWork,
): Promise<Outcome<{ next: Id | null }, AnswerRefusal>> {
  const place = await mayAnswer(context, accountId, viewed);
  if (!place.ok) return place;
  const { zone, now } = place.value;
  const tomorrow = { on: plusDays(localTimeOf(now, zone).on, 1), minutes: 0 };
  const until = instantOf(tomorrow, zone);
  await keepAnswer(context, place.value, { accountId, kind: 'done', result, note, until });
  await recordActivity(context, {
    accountId,
    kind: 'work',
    phrase: `activity.work_${result}`,
    text: note.trim() === '' ? null : note.trim(),
    touch: true,
  });
  await context.tell({ name: 'worklist.work_done', accountId, payload: { result } });
  return accept({ next: await nextOf(context, place.value) });
}
