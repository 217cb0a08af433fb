/** Calls an absence off before its first day; the plan stays in the record. */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type AbsenceEndRefusal, acceptCancel } from '../rules/absence.ts';
import { absenceById, insertEnd, lockAbsences } from '../store/absences.ts';

export async function cancelAbsence(
  context: Context,
  absenceId: Id,
): Promise<Outcome<{ cancelled: true }, AbsenceEndRefusal | 'team.no_such_absence'>> {
  const { tx, actor, reason, at, today } = context;
  await lockAbsences(tx);
  const absence = await absenceById(tx, absenceId);
  if (!absence) return refuse('team.no_such_absence');
  const may = acceptCancel(absence, today);
  if (!may.ok) return may;
  const end = { absenceId, kind: 'cancelled', lastOn: null, actor: actor.ref, reason, at } as const;
  await insertEnd(tx, end);
  context.did({ what: 'absence cancelled', id: absenceId });
  await context.tell({
    name: 'team.absence_cancelled',
    accountId: null,
    payload: { absenceId, memberId: absence.memberId },
  });
  return accept({ cancelled: true });
}
