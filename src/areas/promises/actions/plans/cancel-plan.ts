/**
 * Cancels a plan that is offered or running: its debts are asked for as before, at the ages they
 * always had. Money that came stays where it was applied.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { stopClock } from '#areas/clocks/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { isOver } from '../../rules/plans/path.ts';
import { type StoredPlan, planOf } from '../../store/plans/plans.ts';
import { insertPlanVerdicts, putPlanNow } from '../../store/plans/writes.ts';
import { keepClocks } from './keep-clocks.ts';
import { copyClock } from './sign-plan.ts';
import { tellPlan } from './tell-plan.ts';

export type PlanRef = { readonly accountId: Id; readonly planId: Id };
export type CancelRefusal = 'plan.no_such_account' | 'plan.no_such_plan' | 'plan.wrong_state';

/** `context.reason` is the reason of the verdict. */
export async function cancelPlan(
  context: Context,
  { accountId, planId }: PlanRef,
): Promise<Outcome<{ state: 'cancelled' }, CancelRefusal>> {
  if (!(await lockAccount(context.tx, accountId))) return refuse('plan.no_such_account');
  const plan = await planOf(context.tx, accountId, planId);
  if (!plan) return refuse('plan.no_such_plan');
  if (isOver(plan)) return refuse('plan.wrong_state', { state: plan.state });
  await endPlan(context, plan);
  return accept({ state: 'cancelled' });
}

/** Ends it, whoever says so: a person, a refused approval, a merged account. */
export async function endPlan(context: Context, plan: StoredPlan): Promise<void> {
  const { accountId, planId, paid, missed, pastDue, state } = plan;
  const now = { state: 'cancelled', cureUntil: null } as const;
  const { today, reason } = context;
  await insertPlanVerdicts(context, accountId, planId, [
    { ...now, on: today, paid, missed, pastDue, reason },
  ]);
  await putPlanNow(context, { ...plan, ...now, stateOn: today, next: undefined });
  await keepClocks(context, plan, now, undefined);
  await stopClock(context, { key: copyClock(planId), how: 'void', reason: 'the plan ended' });
  await tellPlan(
    context,
    { accountId, planId, state: 'cancelled', before: state },
    { phrase: 'activity.plan_cancelled', facts: {}, text: reason, touch: true },
  );
  context.did({ what: 'payment plan cancelled', id: planId });
}
