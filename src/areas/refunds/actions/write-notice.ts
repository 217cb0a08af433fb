/** Tells the customer that their money is on its way, in their own language. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { queueMessage, renderTemplate } from '#areas/correspondence/index.ts';
import { paymentById } from '../store/payments.ts';
import { languageOf } from '../store/owners.ts';

/** Nothing is written where nobody there has an e-mail address; the page shows the payment. */
export async function writeNotice(
  context: Context,
  { accountId, paymentId }: { readonly accountId: Id; readonly paymentId: Id },
): Promise<Outcome<{ written: boolean }, never>> {
  const { tx, today } = context;
  const payment = await paymentById(tx, accountId, paymentId);
  const account = await findAccount(tx, accountId);
  if (!payment || !account) return accept({ written: false });
  const contacts = await contactsOf(tx, account.customerId);
  const contact = contacts.find(({ email }) => email !== null && email !== '');
  if (!contact) return accept({ written: false });
  const language = contact.language ?? (await languageOf(tx, accountId));
  const { amount, issuedOn, number } = payment;
  const rendered = await renderTemplate(tx, {
    templateKey: 'refund-notice',
    language,
    accountId,
    contactId: contact.contactId,
    itemIds: [],
    extra: { payment: { amount, on: issuedOn, reference: number } },
    on: today,
  });
  if (!rendered.ok) return accept({ written: false });
  const { templateVersion, ...text } = rendered.value;
  const queued = await queueMessage(context, {
    key: `refund/${paymentId}`,
    accountId,
    contactId: contact.contactId,
    channel: 'email',
    toName: contact.name,
    toAddress: contact.email ?? '',
    language,
    ...text,
    templateKey: 'refund-notice',
    templateVersion,
    purpose: 'answer',
    itemIds: [],
    attachments: [],
    state: 'queued',
  });
  return accept({ written: queued.ok });
}
