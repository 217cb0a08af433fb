/**
 * Writes a letter with copies of originals to a contact who asked for them.
 *
 * Only what came is ever sent: a missing original is refused by name and never drawn anew.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount, recordActivity } from '#areas/customers/index.ts';
import { originalsOf } from '#areas/documents/index.ts';
import type { CopyRefusal } from '../../rules/copies/copy.ts';
import { copyLetter } from '../../rules/copies/copy-letter.ts';
import { copiesOf, insertMessage, lockLetters } from '../../store/copies.ts';

export type SendCopy = {
  readonly accountId: Id;
  readonly contactId: Id;
  readonly originalIds: readonly Id[];
  /** As the letter signs. */
  readonly company: string;
};

export async function sendCopy(
  context: Context,
  { accountId, contactId, originalIds, company }: SendCopy,
): Promise<Outcome<{ messageId: Id }, CopyRefusal>> {
  const { tx } = context;
  await lockLetters(tx, accountId);
  const account = await findAccount(tx, accountId);
  if (!account) return refuse('correspondence.no_such_account');
  const contacts = await contactsOf(tx, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  if (!contact) return refuse('correspondence.no_such_contact');
  const { name, email, language } = contact;
  if (email === null) return refuse('correspondence.contact_without_email', { name });
  const kept = await originalsOf(tx, accountId);
  const files = originalIds.map((wanted) => kept.find((each) => each.originalId === wanted));
  const there = files.filter((file) => file !== undefined);
  if (there.length < files.length || there.length === 0) {
    const missing = originalIds.filter((wanted) => !kept.some((k) => k.originalId === wanted));
    return refuse('correspondence.original_missing', { original: missing.join(', ') });
  }
  const open = (await copiesOf(tx, accountId)).find(
    (copy) =>
      copy.state === 'unknown' &&
      copy.toAddress === email &&
      copy.files.some((file) => originalIds.includes(file.originalId)),
  );
  if (open) return refuse('correspondence.outcome_unknown', { to: email });
  const messageId = context.newId();
  const numbers = there.map(({ number }) => number);
  const letter = copyLetter({ to: name, company, numbers }, language);
  const to = { contactId, toName: name, toAddress: email, language };
  await insertMessage(context, { accountId, messageId, ...to, ...letter, files: there });
  await recordActivity(context, {
    accountId,
    kind: 'note',
    phrase: 'activity.copy_written',
    facts: { number: numbers.join(', '), name, email },
    touch: true,
  });
  context.did({ what: 'copy', id: messageId, facts: { contactId, documents: numbers.join(', ') } });
  return accept({ messageId });
}
