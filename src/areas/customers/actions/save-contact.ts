/** Adds a contact to an account's customer, or changes one; says on the timeline which. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type ContactRefusal,
  type ContactWish,
  contactPhrase,
  saveContact as decide,
} from '../rules/contact.ts';
import { findAccount } from '../store/accounts.ts';
import { insertContact, lockContact, updateContact } from '../store/contacts.ts';
import { recordActivity } from '../store/timeline.ts';

export type SaveContact = {
  readonly accountId: Id;
  /** Undefined adds one. */
  readonly contactId: Id | undefined;
  readonly contact: ContactWish;
  /** Whoever saves has checked today that it is right. */
  readonly verified: boolean;
};

export async function saveContact(
  context: Context,
  { accountId, contactId, contact, verified }: SaveContact,
): Promise<
  Outcome<
    { contactId: Id },
    ContactRefusal | 'customers.no_such_account' | 'customers.no_such_contact'
  >
> {
  const { tx, today } = context;
  const account = await findAccount(tx, accountId);
  if (!account) return refuse('customers.no_such_account');
  const before =
    contactId === undefined ? undefined : await lockContact(tx, account.customerId, contactId);
  if (contactId !== undefined && !before) return refuse('customers.no_such_contact');
  const decision = decide(contact, verified, today, before);
  if (!decision.ok) return decision;

  const saved = { ...decision.value, contactId: contactId ?? context.newId() };
  if (before) await updateContact(tx, saved);
  else await insertContact(tx, account.customerId, saved, context.at);
  await recordActivity(context, {
    accountId,
    kind: 'contact',
    phrase: contactPhrase(decision.value, before),
    facts: { name: saved.name },
    touch: false,
  });
  context.did({ what: 'contact', id: saved.contactId });
  await context.tell({
    name: 'customers.contact_changed',
    accountId,
    payload: { contactId: saved.contactId },
  });
  return accept({ contactId: saved.contactId });
}
