/** Lets the rules decide about an account again that a person had given to its owner. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertPins, lockOwned } from '../store/owners.ts';

export type UnpinRefusal = 'customers.no_such_account' | 'customers.not_pinned';

/** The owner stays until somebody applies the rules. */
export async function unpinAccount(
  context: Context,
  accountId: Id,
): Promise<Outcome<{ pinned: boolean }, UnpinRefusal>> {
  const now = (await lockOwned(context.tx, [accountId])).get(accountId);
  if (!now) return refuse('customers.no_such_account');
  if (!now.pinned) return refuse('customers.not_pinned');
  const { at, actor, reason } = context;
  await insertPins(context.tx, [{ accountId, pinned: false }], { at, actor: actor.ref, reason });
  context.did({ what: 'pin', id: accountId, facts: { pinned: 'no' } });
  return accept({ pinned: false });
}
