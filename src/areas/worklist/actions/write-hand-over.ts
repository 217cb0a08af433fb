/**
 * A note for the cover of an account: what was said, what comes next, what to leave alone. Its
 * owner writes it, or who plans absences for the team; a later note replaces an earlier one.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import type { HandOverRefusal } from '../rules/refusal.ts';
import { insertHandOver, nextAbsenceOf } from '../store/hand-over.ts';
import { placeOf } from '../store/place.ts';

export type WriteHandOver = {
  readonly accountId: Id;
  readonly said: string;
  readonly nextStep: string;
  readonly avoid: string;
};

/** `forOthers`: the writer may plan absences for the team and so write for their owners. */
export async function writeHandOver(
  context: Context,
  { accountId, ...wish }: WriteHandOver,
  { forOthers }: { readonly forOthers: boolean },
): Promise<Outcome<{ noteId: Id }, HandOverRefusal>> {
  const { tx, actor, today, at } = context;
  if (actor.memberId === null) return refuse('worklist.needs_person');
  const place = await placeOf(tx, accountId);
  if (!place) return refuse('worklist.no_such_account');
  if (place.ownerId !== actor.memberId && !forOthers) return refuse('worklist.only_the_owner');
  const absence = place.ownerId && (await nextAbsenceOf(tx, place.ownerId, today));
  if (!absence) return refuse('worklist.no_absence_ahead');
  const told = {
    said: wish.said.trim(),
    nextStep: wish.nextStep.trim(),
    avoid: wish.avoid.trim(),
  };
  const text = [told.said, told.nextStep, told.avoid].filter((each) => each !== '').join('\n');
  if (text === '') return refuse('worklist.hand_over_empty');
  const { memberId } = actor;
  const noteId = context.newId();
  const { absenceId } = absence;
  await insertHandOver(tx, { accountId, noteId, absenceId, ...told, memberId, at });
  const phrase = 'activity.hand_over';
  await recordActivity(context, { accountId, kind: 'note', phrase, text, touch: false });
  context.did({ what: 'hand-over note', id: noteId });
  await context.tell({ name: 'worklist.handed_over', accountId, payload: { noteId } });
  return accept({ noteId });
}
