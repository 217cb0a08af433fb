/** Tells the customer that their money is on its way, in their own language. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { writeByTemplate } from '#areas/correspondence/index.ts';
import { paymentById } from '../store/payments.ts';
import { languageOf } from '../store/owners.ts';

/** Nothing is written where nobody there has an e-mail address; the page shows the payment. */
export async function writeNotice(
  context: Context,
  { accountId, paymentId }: { readonly accountId: Id; readonly paymentId: Id },
): Promise<Outcome<{ written: boolean }, never>> {
  const { tx } = context;
  const payment = await paymentById(tx, accountId, paymentId);
  const account = await findAccount(tx, accountId);
  if (!payment || !account) return accept({ written: false });
  const contacts = await contactsOf(tx, account.customerId);
  const contact = contacts.find(({ email }) => email !== null && email !== '');
  if (!contact) return accept({ written: false });
  const language = contact.language ?? (await languageOf(tx, accountId));
  const { amount, issuedOn, number } = payment;
  const queued = await writeByTemplate(context, {
    key: `refund/${paymentId}`,
    accountId,
    contactId: contact.contactId,
    channel: 'email',
    toName: contact.name,
    toAddress: contact.email ?? '',
    language,
    templateKey: 'refund-notice',
    extra: { payment: { amount, on: issuedOn, reference: number } },
  });
  return accept({ written: queued.ok });
}
