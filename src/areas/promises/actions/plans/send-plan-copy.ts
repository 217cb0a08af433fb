/**
 * Records that the written copy of a signed plan went to the customer; where law wants it first
 * (D.C. Code 28-3814(n)), no payment is asked for before, so the plan begins with it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { stopClock } from '#areas/clocks/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { planOf } from '../../store/plans/plans.ts';
import { insertCopySent } from '../../store/plans/signing.ts';
import { judgePlans } from './judge-plans.ts';
import { copyClock } from './sign-plan.ts';

export type SendPlanCopy = {
  readonly accountId: Id;
  readonly planId: Id;
  readonly how: 'email' | 'mail' | 'by_hand';
};

export type SendCopyRefusal = 'plan.no_such_account' | 'plan.no_such_plan' | 'plan.wrong_state';

export async function sendPlanCopy(
  context: Context,
  { accountId, planId, how }: SendPlanCopy,
): Promise<Outcome<{ state: string }, SendCopyRefusal>> {
  if (!(await lockAccount(context.tx, accountId))) return refuse('plan.no_such_account');
  const plan = await planOf(context.tx, accountId, planId);
  if (!plan) return refuse('plan.no_such_plan');
  if (plan.signedOn === null) return refuse('plan.wrong_state', { state: plan.state });
  await insertCopySent(context, accountId, planId, how);
  await stopClock(context, { key: copyClock(planId), how: 'met', reason: 'the copy went out' });
  context.did({ what: 'copy of a payment plan', id: planId, facts: { how } });
  accepted(await judgePlans(context, [accountId]));
  return accept({ state: (await planOf(context.tx, accountId, planId))?.state ?? plan.state });
}
