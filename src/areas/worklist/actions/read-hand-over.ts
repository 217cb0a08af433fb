/** The cover of an account says that they have read what its owner left for them. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import type { HandOverRefusal } from '../rules/refusal.ts';
import { coversOf } from '../store/covered.ts';
import { insertReading, latestHandOvers } from '../store/hand-over.ts';

/** Reading twice changes nothing. */
export async function readHandOver(
  context: Context,
  { accountId, noteId }: { readonly accountId: Id; readonly noteId: Id },
): Promise<Outcome<{ read: true }, HandOverRefusal>> {
  const { tx, actor, today, at } = context;
  const cover = (await coversOf(tx, [accountId], today)).get(accountId);
  if (actor.memberId === null || cover?.coverId !== actor.memberId) {
    return refuse('worklist.only_the_cover');
  }
  const note = (await latestHandOvers(tx, [cover])).get(accountId);
  if (note?.noteId !== noteId) return refuse('worklist.hand_over_replaced');
  const { memberId } = actor;
  if (!(await insertReading(tx, { accountId, noteId, memberId, at })))
    return accept({ read: true });
  const phrase = 'activity.hand_over_read';
  await recordActivity(context, { accountId, kind: 'note', phrase, touch: false });
  context.did({ what: 'hand-over note read', id: noteId });
  await context.tell({ name: 'worklist.hand_over_read', accountId, payload: { noteId } });
  return accept({ read: true });
}
