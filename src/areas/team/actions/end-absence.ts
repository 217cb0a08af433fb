/** Back earlier than planned: the work is one's own again from today. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type AbsenceEndRefusal, acceptBackEarly } from '../rules/absence.ts';
import { absenceById, insertEnd, lockAbsences } from '../store/absences.ts';

/** Answers the last day away; null when it ended on its first day and so never was one. */
export async function endAbsence(
  context: Context,
  absenceId: Id,
): Promise<Outcome<{ lastOn: Day | null }, AbsenceEndRefusal | 'team.no_such_absence'>> {
  const { tx, actor, reason, at, today } = context;
  await lockAbsences(tx);
  const absence = await absenceById(tx, absenceId);
  if (!absence) return refuse('team.no_such_absence');
  const back = acceptBackEarly(absence, today);
  if (!back.ok) return back;
  const { lastOn } = back.value;
  const kind = lastOn === null ? 'cancelled' : 'ended';
  await insertEnd(tx, { absenceId, kind, lastOn, actor: actor.ref, reason, at });
  context.did({ what: 'absence ended', id: absenceId, facts: { lastOn: lastOn ?? '' } });
  await context.tell({
    name: 'team.absence_ended',
    accountId: null,
    payload: { absenceId, memberId: absence.memberId },
  });
  return accept({ lastOn });
}
