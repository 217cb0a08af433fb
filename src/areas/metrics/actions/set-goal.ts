/**
 * Sets, changes or takes back a goal of a month. What was said before stays: a goal that was
 * lowered in the last week is seen to have been lowered.
 */
import { startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { memberById } from '#areas/team/index.ts';
import type { Context } from '#platform/action.ts';
import { variantOf } from '../rules/catalogue.ts';
import { companyOfTeam, type GoalWish, insertGoal } from '../store/goals.ts';

export type GoalRefusal =
  | 'metrics.no_such_figure'
  | 'metrics.goal_of_whom'
  | 'metrics.no_such_member'
  | 'metrics.no_such_team';

export async function setGoal(
  context: Context,
  wish: GoalWish,
): Promise<Outcome<{ goalId: Id }, GoalRefusal>> {
  const { metric, variant, memberId, teamId, companyId } = wish;
  if (!variantOf(metric, variant)) {
    return refuse('metrics.no_such_figure', { name: `${metric}.${variant}` });
  }
  if (memberId !== null && teamId !== null) return refuse('metrics.goal_of_whom');
  if (memberId !== null && !(await memberById(context.tx, memberId))) {
    return refuse('metrics.no_such_member');
  }
  if (teamId !== null && (await companyOfTeam(context.tx, teamId)) !== companyId) {
    return refuse('metrics.no_such_team');
  }
  const goalId = await insertGoal(context, { ...wish, month: startOfMonth(wish.month) });
  context.did({ what: 'goal set', id: goalId, facts: { metric, month: wish.month } });
  return accept({ goalId });
}
