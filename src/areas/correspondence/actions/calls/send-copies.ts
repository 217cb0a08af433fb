/**
 * Sends the originals that somebody asked for on the telephone, to the address they say.
 *
 * "Never received it" changes no due day: the invoice goes out again, the address that was wrong
 * is mended, and one asks in three days whether it came.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount, saveContact } from '#areas/customers/index.ts';
import { originalsOf } from '#areas/documents/index.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import type { Call } from '../../store/calls/calls.ts';
import type { TemplateRefusal } from '../../rules/templates/template.ts';
import { copyLetter } from '../copies/copy-letter.ts';
import { queueMessage } from '../messages/queue-message.ts';
import type { Done } from './do-outcomes.ts';

export type SendCopies = {
  readonly outcome: 'copy' | 'not_received';
  readonly originalIds: readonly Id[];
  readonly email: string | null;
};

export async function sendCopies(
  context: Context,
  call: Call,
  { outcome, originalIds, email }: SendCopies,
): Promise<Outcome<{ done: readonly Done[] }, CallRefusal | MessageRefusal | TemplateRefusal>> {
  const { tx } = context;
  const { accountId, callId, contactId, person, language } = call;
  const to = await mendedAddress(context, call, email);
  if (to === undefined) return refuse('call.without_email', { person });
  const kept = await originalsOf(tx, accountId);
  const numbers = kept
    .filter(({ originalId }) => originalIds.includes(originalId))
    .map(({ number }) => number);
  const whom = { accountId, contactId, language, toName: person };
  const letter = await copyLetter(context, whom, numbers);
  if (!letter.ok) return letter;
  const queued = await queueMessage(context, {
    key: `call/${callId}/${outcome}`,
    accountId,
    contactId,
    channel: 'email',
    toName: person,
    toAddress: to,
    language,
    ...letter.value,
    purpose: 'answer',
    itemIds: [],
    attachments: originalIds.map((id) => ({ kind: 'original', id })),
    state: 'queued',
  });
  if (!queued.ok) return queued;
  const facts = { to, documents: numbers.join(', ') };
  return accept({ done: [{ outcome, objectId: queued.value.messageId, facts }] });
}

/** The address on file, or the one that was said, which the contact has from now on. */
async function mendedAddress(
  context: Context,
  { accountId, contactId }: Call,
  said: string | null,
): Promise<string | undefined> {
  const account = await findAccount(context.tx, accountId);
  if (!account) return undefined;
  const contacts = await contactsOf(context.tx, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  const wanted = said?.trim() ?? '';
  if (!contact || wanted === '' || wanted === contact.email) {
    return wanted === '' ? (contact?.email ?? undefined) : wanted;
  }
  const { contactId: _, verifiedOn: __, ...state } = contact;
  const mended = { ...state, email: wanted };
  await saveContact(context, {
    accountId,
    contactId: contact.contactId,
    contact: mended,
    verified: true,
  });
  return wanted;
}
