/** Writes what somebody wants remembered on the account's timeline. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { findAccount } from '../store/accounts.ts';
import { recordActivity } from '../store/timeline.ts';

export type AddNote = { readonly accountId: Id; readonly text: string };

export async function addNote(
  context: Context,
  { accountId, text }: AddNote,
): Promise<Outcome<{ activityId: Id }, 'customers.no_such_account'>> {
  if (!(await findAccount(context.tx, accountId))) return refuse('customers.no_such_account');
  const activityId = await recordActivity(context, {
    accountId,
    kind: 'note',
    phrase: 'activity.note',
    text,
    touch: true,
  });
  context.did({ what: 'note', id: activityId });
  await context.tell({ name: 'customers.note_added', accountId, payload: { activityId } });
  return accept({ activityId });
}
