/**
 * Writes a text to one of the account's people; it goes out when the gate allows it, and says
 * how to be left alone.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { e164 } from '#kernel/phone.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import type { MessagePurpose } from '../../rules/messages/message.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import { withOptOut } from '../../rules/texts/meaning.ts';
import { queueMessage } from '../messages/queue-message.ts';

export type SendText = {
  readonly accountId: Id;
  readonly contactId: Id;
  readonly text: string;
  readonly purpose: MessagePurpose;
};

export async function sendText(
  context: Context,
  { accountId, contactId, text, purpose }: SendText,
): Promise<Outcome<{ messageId: Id }, CallRefusal | MessageRefusal>> {
  const account = await findAccount(context.tx, accountId);
  if (!account) return refuse('call.no_such_account');
  const contacts = await contactsOf(context.tx, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  if (!contact) return refuse('call.no_such_contact');
  const number = e164(contact.phone ?? '');
  if (number === undefined) return refuse('call.number_unfit', { number: contact.phone ?? '' });
  const queued = await queueMessage(context, {
    key: `text/by-hand/${context.newId()}`,
    accountId,
    contactId,
    channel: 'sms',
    toName: contact.name,
    toAddress: number,
    language: contact.language,
    subject: '',
    text: withOptOut(text, contact.language),
    html: '',
    templateKey: null,
    templateVersion: null,
    purpose,
    itemIds: [],
    attachments: [],
    state: 'queued',
  });
  if (!queued.ok) return queued;
  return accept({ messageId: queued.value.messageId });
}
