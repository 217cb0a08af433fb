/** Sets many goals in one act: each is a fact of its own, and one that is refused refuses all. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { GoalWish } from '../store/goals.ts';
import { type GoalRefusal, setGoal } from './set-goal.ts';

export async function setGoals(
  context: Context,
  wishes: readonly GoalWish[],
): Promise<Outcome<{ set: number }, GoalRefusal>> {
  for (const wish of wishes) {
    const said = await setGoal(context, wish);
    if (!said.ok) return said;
  }
  return accept({ set: wishes.length });
}
