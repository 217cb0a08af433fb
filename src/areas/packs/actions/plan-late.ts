/** Says of an account that is long overdue why it is, what is done, by whom and until when. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { memberById } from '#areas/team/index.ts';
import type { RootCause } from '#areas/disputes/rules/cause.ts';
import { insertLatePlan } from '../store/late-plans.ts';

export type PlanLate = {
  readonly accountId: Id;
  readonly cause: RootCause;
  readonly plan: string;
  readonly ownerId: Id;
  readonly dueOn: Day | null;
};

export async function planLate(
  context: Context,
  wish: PlanLate,
): Promise<Outcome<{ planId: Id }, 'packs.no_such_owner' | 'packs.plan_day_passed'>> {
  const owner = await memberById(context.tx, wish.ownerId);
  if (!owner?.active) return refuse('packs.no_such_owner');
  if (wish.dueOn !== null && wish.dueOn < context.today) {
    return refuse('packs.plan_day_passed', { on: wish.dueOn });
  }
  const planId = context.newId();
  await insertLatePlan(context, planId, wish);
  await recordActivity(context, {
    accountId: wish.accountId,
    kind: 'note',
    phrase: 'activity.late_planned',
    facts: { owner: owner.name },
    text: wish.plan,
    touch: false,
  });
  context.did({ what: 'late plan', id: planId, facts: { cause: wish.cause } });
  return accept({ planId });
}
