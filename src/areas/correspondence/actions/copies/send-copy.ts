/**
 * Writes a message with copies of originals to a contact who asked for them.
 *
 * Only what came is ever sent: a missing original is refused by name and never drawn anew.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { originalsOf } from '#areas/documents/index.ts';
import type { CopyRefusal } from '../../rules/copies/copy.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import type { TemplateRefusal } from '../../rules/templates/template.ts';
import { copiesOf, lockLetters } from '../../store/copies.ts';
import { copyLetter } from './copy-letter.ts';
import { queueMessage } from '../messages/queue-message.ts';

export type SendCopy = {
  readonly accountId: Id;
  readonly contactId: Id;
  readonly originalIds: readonly Id[];
};

export async function sendCopy(
  context: Context,
  { accountId, contactId, originalIds }: SendCopy,
): Promise<Outcome<{ messageId: Id }, CopyRefusal | MessageRefusal | TemplateRefusal>> {
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
  const there = kept.filter(({ originalId }) => originalIds.includes(originalId));
  if (there.length < originalIds.length || there.length === 0) {
    const missing = originalIds.filter((wanted) => !there.some((k) => k.originalId === wanted));
    return refuse('correspondence.original_missing', { original: missing.join(', ') });
  }
  const open = (await copiesOf(tx, accountId)).find(
    (copy) =>
      ['unknown', 'sending'].includes(copy.state) &&
      copy.toAddress === email &&
      copy.files.some((file) => originalIds.includes(file.originalId)),
  );
  if (open) return refuse('correspondence.outcome_unknown', { to: email });
  const numbers = there.map(({ number }) => number);
  const whom = { accountId, contactId, language, toName: name };
  const letter = await copyLetter(context, whom, numbers);
  if (!letter.ok) return letter;
  const queued = await queueMessage(context, {
    key: `copy/${context.newId()}`,
    accountId,
    contactId,
    channel: 'email',
    toName: name,
    toAddress: email,
    language,
    ...letter.value,
    purpose: 'answer',
    itemIds: [],
    attachments: originalIds.map((id) => ({ kind: 'original', id })),
    state: 'queued',
  });
  if (!queued.ok) return queued;
  const { messageId } = queued.value;
  context.did({ what: 'copy', id: messageId, facts: { contactId, documents: numbers.join(', ') } });
  return accept({ messageId });
}
