/**
 * Saves where an account's letters go. A new address is a new fact; what the post refused stays
 * known of the old one.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type DeliveryRefusal, type PostalAddress, acceptAddress } from '../rules/delivery.ts';
import { findAccount } from '../store/accounts.ts';
import { insertAddress } from '../store/delivery.ts';
import { recordActivity } from '../store/timeline.ts';

export async function saveAddress(
  context: Context,
  { accountId, address }: { readonly accountId: Id; readonly address: PostalAddress },
): Promise<Outcome<{ addressId: Id }, DeliveryRefusal | 'customers.no_such_account'>> {
  const decision = acceptAddress(address);
  if (!decision.ok) return decision;
  if (!(await findAccount(context.tx, accountId))) return refuse('customers.no_such_account');
  const addressId = context.newId();
  await insertAddress(context, { accountId, addressId }, decision.value);
  await recordActivity(context, {
    accountId,
    kind: 'contact',
    phrase: 'activity.address_saved',
    facts: { line1: decision.value.line1, city: decision.value.city },
    touch: false,
  });
  context.did({ what: 'postal address', id: addressId });
  await context.tell({ name: 'customers.address_saved', accountId, payload: { addressId } });
  return accept({ addressId });
}
