/**
 * Ages the debts of a plan anew after it was kept for a while, within the limits that the banks'
 * examiners set (FFIEC, 65 FR 36903). The day on which each debt was first due stays; the new
 * age stands beside it.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { goodStanding } from '../../rules/plans/path.ts';
import { type ReageRefusal, reageRefusal } from '../../rules/plans/plan-law.ts';
import { planOf } from '../../store/plans/plans.ts';
import { insertReage, reagesSince } from '../../store/plans/reages.ts';
import { paidNow } from './amend-plan.ts';
import type { PlanRef } from './cancel-plan.ts';
import { tellPlan } from './tell-plan.ts';

export type ReagePlanRefusal =
  | `plan.reage_${ReageRefusal}`
  | 'plan.no_such_account'
  | 'plan.no_such_plan'
  | 'plan.wrong_state';

export async function reagePlan(
  context: Context,
  { accountId, planId }: PlanRef,
): Promise<Outcome<{ from: Day }, ReagePlanRefusal>> {
  const { tx, today } = context;
  if (!(await lockAccount(tx, accountId))) return refuse('plan.no_such_account');
  const plan = await planOf(tx, accountId, planId);
  if (!plan) return refuse('plan.no_such_plan');
  const stands = goodStanding.includes(plan.state) || plan.state === 'completed';
  if (!stands || plan.state === 'late') return refuse('plan.wrong_state', { state: plan.state });
  const paid = paidNow(plan).filter(({ no }) => no > 0);
  const unpaid = paid.findIndex((each) => each.paid.minor < each.amount.minor);
  const consecutive = unpaid === -1 ? paid.length : unpaid;
  const before = await reagesSince(tx, accountId, today);
  const refused = reageRefusal(
    {
      accountAgeMonths: Math.floor(daysBetween(before.accountSince ?? today, today) / 30.4375),
      consecutivePayments: consecutive,
      lastOn: before.lastOn ?? undefined,
      timesIn5Years: before.timesIn5Years,
    },
    today,
  );
  if (refused) return refuse(`plan.reage_${refused}`);
  await insertReage(context, { accountId, planId, consecutive });
  await tellPlan(
    context,
    { accountId, planId, state: plan.state, before: plan.state },
    { phrase: 'activity.plan_reaged', facts: { from: today }, text: context.reason, touch: true },
  );
  context.did({ what: 'debts aged anew', id: planId });
  return accept({ from: today });
}
