/** A day to answer passed: the case goes to a manager of the company, who is told why. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { allMembers } from '#areas/team/index.ts';
import { paceOf } from '../rules/case-life.ts';
import { type CaseRef, stepCase, takeFile } from './step-case.ts';

/** Nothing happens to a case that was answered meanwhile or was escalated this time already. */
export async function escalateCase(
  context: Context,
  ref: CaseRef,
): Promise<Outcome<{ escalated: boolean }, never>> {
  const taken = await takeFile(context, ref);
  if (!taken.ok) return accept({ escalated: false });
  const { file } = taken.value;
  const since = file.escalatedOn;
  const again = since !== null && file.answerBy !== null && since > file.answerBy;
  if (paceOf(file, context.today) !== 'late' || again) return accept({ escalated: false });
  const manager = await managerOf(context, file.companyId, file.coordinatorId);
  await stepCase(context, file, {
    kind: 'escalated',
    facts: { to: manager?.name ?? '—', dueOn: file.answerBy ?? '' },
    note: '',
    phrase: 'activity.dispute_escalated',
    change: { escalatedOn: context.today, escalatedTo: manager?.memberId ?? null },
  });
  return accept({ escalated: true });
}

/** A manager who sees the company and is not the one who coordinates the case. */
async function managerOf({ tx }: Context, companyId: Id, coordinatorId: Id | null) {
  const managers = (await allMembers(tx)).filter(
    ({ active, roles, companyIds, memberId }) =>
      active &&
      memberId !== coordinatorId &&
      roles.includes('manager') &&
      (companyIds === 'all' || companyIds.includes(companyId)),
  );
  return managers.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))[0];
}
