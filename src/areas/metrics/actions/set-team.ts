/** Names people who are measured together; the latest word is the team from then on. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { memberById } from '#areas/team/index.ts';
import type { Context } from '#platform/action.ts';
import { type TeamWish, companyOfTeam, insertTeam } from '../store/goals.ts';

export async function setTeam(
  context: Context,
  wish: TeamWish,
): Promise<Outcome<{ teamId: Id }, 'metrics.no_such_member' | 'metrics.no_such_team'>> {
  const { teamId: known, companyId } = wish;
  if (known !== null && (await companyOfTeam(context.tx, known)) !== companyId) {
    return refuse('metrics.no_such_team');
  }
  for (const memberId of wish.memberIds) {
    if (!(await memberById(context.tx, memberId))) return refuse('metrics.no_such_member');
  }
  const teamId = await insertTeam(context, wish);
  const facts = { name: wish.name, people: wish.memberIds.length };
  context.did({ what: 'team measured', id: teamId, facts });
  return accept({ teamId });
}
