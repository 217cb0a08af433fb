/** The person who was away has read what happened and takes the work back. */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { acceptHandBack } from '../rules/absence.ts';
import { absenceById, insertEnd, lockAbsences } from '../store/absences.ts';

type HandBackRefusal = 'team.absence_not_over' | 'team.no_such_absence' | 'team.only_who_was_away';

export async function handBackAbsence(
  context: Context,
  absenceId: Id,
): Promise<Outcome<{ handedBack: true }, HandBackRefusal>> {
  const { tx, actor, reason, at, today } = context;
  await lockAbsences(tx);
  const absence = await absenceById(tx, absenceId);
  if (!absence) return refuse('team.no_such_absence');
  if (absence.memberId !== actor.memberId) return refuse('team.only_who_was_away');
  const may = acceptHandBack(absence, today);
  if (!may.ok) return may;
  const kind = 'handed_back';
  await insertEnd(tx, { absenceId, kind, lastOn: null, actor: actor.ref, reason, at });
  context.did({ what: 'work handed back', id: absenceId });
  await context.tell({
    name: 'team.work_handed_back',
    accountId: null,
    payload: { absenceId, memberId: absence.memberId },
  });
  return accept({ handedBack: true });
}
