/**
 * Records that the customer gave leave to take the instalments from a bank account or a card,
 * and that the leave ended. Offered, never required (12 CFR 1005.10(e)).
 *
 * The rule a newcomer would break: no number of a card or an account is ever written here.
 */
import type { Id } from '#kernel/ids.ts';
import { redactCardNumbers } from '#kernel/card-number.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { isOver } from '../../rules/plans/path.ts';
import { type NewMandate, insertMandate, insertMandateEnd } from '../../store/plans/mandates.ts';
import { planOf } from '../../store/plans/plans.ts';

export type MandateRefusal =
  | 'plan.card_number'
  | 'plan.no_such_account'
  | 'plan.no_such_mandate'
  | 'plan.no_such_plan'
  | 'plan.wrong_state';

export async function giveMandate(
  context: Context,
  wish: Omit<NewMandate, 'mandateId'>,
): Promise<Outcome<{ mandateId: Id }, MandateRefusal>> {
  const { accountId, planId, institution, givenBy } = wish;
  if (!(await lockAccount(context.tx, accountId))) return refuse('plan.no_such_account');
  const plan = await planOf(context.tx, accountId, planId);
  if (!plan) return refuse('plan.no_such_plan');
  if (isOver(plan)) return refuse('plan.wrong_state', { state: plan.state });
  if (redactCardNumbers(`${institution} ${givenBy}`).found > 0) return refuse('plan.card_number');
  const mandateId = context.newId();
  await insertMandate(context, { ...wish, mandateId });
  context.did({ what: 'autopay mandate', id: mandateId, facts: { method: wish.method } });
  return accept({ mandateId });
}

export async function endMandate(
  context: Context,
  { accountId, mandateId }: { readonly accountId: Id; readonly mandateId: Id },
): Promise<Outcome<{ ended: true }, MandateRefusal>> {
  if (!(await lockAccount(context.tx, accountId))) return refuse('plan.no_such_account');
  if (!(await insertMandateEnd(context, accountId, mandateId))) {
    return refuse('plan.no_such_mandate');
  }
  context.did({ what: 'autopay mandate ended', id: mandateId });
  return accept({ ended: true });
}
