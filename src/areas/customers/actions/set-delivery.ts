/** Says how an account wants its statements and invoices from now on. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type DeliveryRefusal, type DeliveryWish, acceptDelivery } from '../rules/delivery.ts';
import { findAccount } from '../store/accounts.ts';
import { insertDelivery } from '../store/delivery.ts';
import { recordActivity } from '../store/timeline.ts';

export async function setDelivery(
  context: Context,
  { accountId, ...wish }: DeliveryWish & { readonly accountId: Id },
): Promise<Outcome<{ rule: DeliveryWish['rule'] }, DeliveryRefusal | 'customers.no_such_account'>> {
  const decision = acceptDelivery(wish);
  if (!decision.ok) return decision;
  if (!(await findAccount(context.tx, accountId))) return refuse('customers.no_such_account');
  const { rule, portalName } = decision.value;
  await insertDelivery(context, accountId, decision.value);
  await recordActivity(context, {
    accountId,
    kind: 'contact',
    phrase: 'activity.delivery_set',
    facts: { rule, portal: portalName ?? '' },
    touch: false,
  });
  context.did({ what: 'delivery rule', id: accountId, facts: { rule } });
  await context.tell({ name: 'customers.delivery_set', accountId, payload: { rule } });
  return accept({ rule });
}
