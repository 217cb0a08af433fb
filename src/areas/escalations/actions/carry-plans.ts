/**
 * Carries the plan of action and what was handed up along when an account is merged into another.
 *
 * An account has one open plan: where both have one, that of the account that stays goes on and
 * the other ends as taken up by it.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Carrying } from '#platform/postgres/carry-rows.ts';
import { carryEscalationRows, carryPlanRows, openPlanOf } from '../store/carrying.ts';
import { lockWorked } from '../store/action-plans.ts';
import { endActionPlan } from './work-action-plan.ts';

export async function carryPlans(
  context: Context,
  carrying: Carrying,
): Promise<Outcome<{ plan: boolean; escalations: number }, never>> {
  const { tx } = context;
  const { from, into } = carrying;
  for (const accountId of [from, into].toSorted()) await lockWorked(tx, accountId);
  const escalations = await carryEscalationRows(context, carrying);
  const planId = await openPlanOf(tx, from);
  if (planId !== undefined && (await openPlanOf(tx, into)) !== undefined) {
    const note = context.reason;
    await endActionPlan(context, { accountId: from, planId, result: 'resolved', note });
  } else if (planId !== undefined) {
    await carryPlanRows(context, carrying, planId);
    context.did({ what: 'action plan carried', id: planId, facts: { into } });
  }
  return accept({ plan: planId !== undefined, escalations });
}
