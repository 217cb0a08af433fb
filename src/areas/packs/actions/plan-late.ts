/**
 * Says of an account that is long overdue why it is, what is done, by whom and until when.
 *
 * A cause is kept with the causes of the account, where every other report finds it; a plan is
 * kept here only where no plan of action is worked, so that the desk never says two things.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lateCauseNow, noteLateCause } from '#areas/disputes/index.ts';
import { openPlans } from '#areas/escalations/index.ts';
import { memberById } from '#areas/team/index.ts';
import type { RootCause } from '#areas/disputes/rules/cause.ts';
import { insertLatePlan } from '../store/late-plans.ts';

export type PlanLate = {
  readonly accountId: Id;
  /** Null: as it was said. */
  readonly cause: RootCause | null;
  /** Null: as it was said. */
  readonly plan: string | null;
  readonly ownerId: Id;
  readonly dueOn: Day | null;
};

type Refusal =
  | 'packs.nothing_said'
  | 'packs.no_such_owner'
  | 'packs.plan_day_passed'
  | 'packs.action_plan_open'
  | 'packs.no_late_debt';

export async function planLate(
  context: Context,
  wish: PlanLate,
): Promise<Outcome<{ planId: Id | null }, Refusal>> {
  const { accountId, cause, plan } = wish;
  if (cause === null && plan === null) return refuse('packs.nothing_said');
  const kept =
    plan === null ? accept({ planId: null }) : await keepPlan(context, { ...wish, plan });
  if (!kept.ok) return kept;
  if (cause === null || cause === (await lateCauseNow(context.tx, accountId))) return kept;
  const noted = await noteLateCause(context, { accountId, itemIds: [], cause, note: '' });
  return noted.ok ? kept : refuse('packs.no_late_debt');
}

async function keepPlan(
  context: Context,
  wish: PlanLate & { readonly plan: string },
): Promise<Outcome<{ planId: Id }, Refusal>> {
  const { accountId, plan, ownerId, dueOn } = wish;
  const owner = await memberById(context.tx, ownerId);
  if (!owner?.active) return refuse('packs.no_such_owner');
  if (dueOn !== null && dueOn < context.today) {
    return refuse('packs.plan_day_passed', { on: dueOn });
  }
  const [standing] = await openPlans(context.tx, [accountId]);
  if (standing) return refuse('packs.action_plan_open', { owner: standing.owner });
  const planId = context.newId();
  await insertLatePlan(context, planId, wish);
  await recordActivity(context, {
    accountId,
    kind: 'note',
    phrase: 'activity.late_planned',
    facts: { owner: owner.name },
    text: plan,
    touch: false,
  });
  context.did({ what: 'late plan', id: planId, facts: { owner: owner.name } });
  return accept({ planId });
}
