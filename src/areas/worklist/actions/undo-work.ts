/** Takes back one's own last done or snooze on the account; it is on the list again. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lastAnswerBy, undoAnswer } from '../store/answers.ts';
import { rebuildAccounts } from './build-worklist.ts';

/** `undone` is false when there was nothing of one's own to take back. */
export async function undoWork(
  context: Context,
  accountId: Id,
): Promise<Outcome<{ undone: boolean }, 'worklist.needs_person'>> {
  const { tx, actor, at } = context;
  const { memberId } = actor;
  if (memberId === null) return refuse('worklist.needs_person');
  const answerId = await lastAnswerBy(tx, accountId, memberId);
  if (answerId === undefined) return accept({ undone: false });
  const undone = await undoAnswer(tx, { accountId, answerId, memberId, at });
  if (!undone) return accept({ undone });
  await rebuildAccounts(context, [accountId]);
  await recordActivity(context, {
    accountId,
    kind: 'work',
    phrase: 'activity.work_undone',
    touch: false,
  });
  context.did({ what: 'answer taken back', id: answerId });
  await context.tell({ name: 'worklist.work_undone', accountId, payload: { answerId } });
  return accept({ undone });
}
