/**
 * Keeps that whoever owes lets somebody else be told, and on what it stands; or that they do so
 * no more. For a student this is the consent that 34 CFR 99.30 asks for, in writing.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount, recordActivity } from '#areas/customers/index.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import { type AuthorisationBasis, insertAuthorisation } from '../../store/calls/callers.ts';
import { accountKind } from '../../store/calls/prep.ts';

export type AuthorisePerson = {
  readonly accountId: Id;
  readonly contactId: Id;
  readonly basis: AuthorisationBasis;
  readonly source: string;
};

export async function authorisePerson(
  context: Context,
  { accountId, contactId, basis, source }: AuthorisePerson,
): Promise<Outcome<{ authorised: boolean }, CallRefusal>> {
  const account = await findAccount(context.tx, accountId);
  if (!account) return refuse('call.no_such_account');
  const contacts = await contactsOf(context.tx, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  if (!contact) return refuse('call.no_such_contact');
  const student = (await accountKind(context.tx, accountId)) === 'student';
  if (student && basis === 'oral_consent') return refuse('call.ferpa');
  const authorised = basis !== 'withdrawn';
  await insertAuthorisation(context, { accountId, contactId, authorised, basis, source });
  await recordActivity(context, {
    accountId,
    kind: 'contact',
    phrase: authorised ? 'activity.person_authorised' : 'activity.person_not_authorised',
    facts: { name: contact.name },
    text: source,
    touch: false,
  });
  context.did({ what: 'authorised', id: contactId, facts: { basis } });
  return accept({ authorised });
}
