/**
 * Sets the language, the terms or a contact of many accounts at once, keeping what stood before.
 *
 * A contact is added beside those that are there and never replaces one; a customer who has it
 * already is left alone.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, ensureAccounts, saveContact } from '#areas/customers/index.ts';
import { type AccountFields, accountFields, insertFix } from '../store/fixes.ts';
import { findDoubtful } from './find-doubtful.ts';

export type NewContact = {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
};

export type SetFields = {
  readonly companyId: Id;
  readonly accountIds: readonly Id[];
  /** Undefined: stays as it is. */
  readonly language?: 'en' | 'es' | undefined;
  readonly termsCode?: string | undefined;
  readonly contact?: NewContact | undefined;
};

/** Beyond this one repair would hold the accounts for too long; a filter makes it smaller. */
const mostAtOnce = 5000;

export async function setFields(
  context: Context,
  { companyId, accountIds, language, termsCode, contact }: SetFields,
): Promise<Outcome<{ fixId: Id; changed: number }, string>> {
  if (accountIds.length > mostAtOnce) {
    return refuse('fix.too_many', { count: accountIds.length, most: mostAtOnce });
  }
  const own = await accountFields(context.tx, accountIds, companyId);
  const changing = own.filter(
    (each) =>
      (language !== undefined && each.language !== language) ||
      (termsCode !== undefined && each.termsCode !== termsCode),
  );
  const stated = changing.map(({ customer }) => {
    return { customerNumber: customer, name: '', language, termsCode };
  });
  if (stated.length > 0) {
    await ensureAccounts(context, companyId, stated, { source: 'verification' });
  }
  const added = contact && (await addContacts(context, own, { contact, language }));
  if (added && !added.ok) return added;
  const steps = [
    ...changing.map(({ accountId, customer, language: was, termsCode: had }) => {
      return { accountId, facts: { customer, language: was, termsCode: had } };
    }),
    ...(added?.value ?? []),
  ];
  if (steps.length === 0) return refuse('fix.nothing_to_do');
  const touched = [...new Set(steps.map((step) => step.accountId))];
  const fixId = context.newId();
  await insertFix(context, { fixId, companyId, kind: 'set_fields' }, steps);
  await findDoubtful(context, { accountIds: touched });
  context.did({ what: 'fields set', id: fixId, facts: { count: touched.length } });
  return accept({ fixId, changed: touched.length });
}

type Added = { accountId: Id; facts: { contactId: string } };
type Wanted = {
  readonly contact: NewContact;
  readonly language: 'en' | 'es' | undefined;
};

async function addContacts(
  context: Context,
  accounts: readonly AccountFields[],
  { contact, language }: Wanted,
): Promise<Outcome<Added[], string>> {
  const steps: Added[] = [];
  for (const { accountId, customerId, language: theirs } of accounts) {
    const there = await contactsOf(context.tx, customerId);
    if (there.some(({ email, phone }) => isSame(contact, { email, phone }))) continue;
    const saved = await saveContact(context, {
      accountId,
      contactId: undefined,
      contact: { ...contact, role: 'ap', language: language ?? theirs, zone: null },
      verified: false,
    });
    if (!saved.ok) return saved;
    steps.push({ accountId, facts: { contactId: saved.value.contactId } });
  }
  return accept(steps);
}

function isSame(
  wanted: NewContact,
  { email, phone }: { readonly email: string | null; readonly phone: string | null },
): boolean {
  if (wanted.email !== null) return email?.toLowerCase() === wanted.email.toLowerCase();
  return phone === wanted.phone;
}
