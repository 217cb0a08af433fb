/** Ends a contact: nobody writes there any more, and what was sent stays on record. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { findAccount } from '../store/accounts.ts';
import { endContact as end, lockContact } from '../store/contacts.ts';
import { recordActivity } from '../store/timeline.ts';

export type EndContact = { readonly accountId: Id; readonly contactId: Id };

export async function endContact(
  context: Context,
  { accountId, contactId }: EndContact,
): Promise<Outcome<{ ended: true }, 'customers.no_such_account' | 'customers.no_such_contact'>> {
  const account = await findAccount(context.tx, accountId);
  if (!account) return refuse('customers.no_such_account');
  const contact = await lockContact(context.tx, account.customerId, contactId);
  if (!contact) return refuse('customers.no_such_contact');
  await end(context.tx, contactId, context.at);
  await recordActivity(context, {
    accountId,
    kind: 'contact',
    phrase: 'activity.contact_ended',
    facts: { name: contact.name },
    touch: false,
  });
  context.did({ what: 'contact ended', id: contactId });
  await context.tell({ name: 'customers.contact_changed', accountId, payload: { contactId } });
  return accept({ ended: true });
}
