/**
 * Writes the notice that the law asks for as a letter, from the template of the customer's
 * language, and ends its deadline: both or neither happen.
 *
 * The rule a newcomer would break: where the law wants the reasons in writing they stand in the
 * letter; elsewhere it says that they can be had, and none are given away.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { writeByTemplate } from '#areas/correspondence/index.ts';
import { creditNotices } from '../store/notices.ts';
import { type SendNoticeRefusal, sendNotice } from './send-notice.ts';

export type WriteNotice = {
  readonly accountId: Id;
  readonly clockId: Id;
  /** To whom; null: to the account, in the language of whoever stands first there. */
  readonly contactId: Id | null;
  /** What was decided, in the words and the language of the letter. */
  readonly act: string;
  /** The principal reasons; empty where they are only given if asked for. */
  readonly reasons: string;
};

export type WriteNoticeRefusal =
  | SendNoticeRefusal
  | 'credit.notice_without_reasons'
  | 'credit.no_such_contact'
  | 'credit.notice_refused';

export async function writeNotice(
  context: Context,
  { accountId, clockId, contactId, act, reasons }: WriteNotice,
): Promise<Outcome<{ messageId: Id; late: boolean }, WriteNoticeRefusal>> {
  const { tx } = context;
  const [notice] = await creditNotices(tx, { clockId });
  const account = await findAccount(tx, accountId);
  if (notice?.accountId !== accountId || !account) return refuse('credit.no_such_notice');
  if (notice.writtenReasons && reasons === '') return refuse('credit.notice_without_reasons');
  const contacts = await contactsOf(tx, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  if (contactId !== null && !contact) return refuse('credit.no_such_contact');
  const language: Language = (contact ?? contacts[0])?.language ?? 'en';
  const queued = await writeByTemplate(context, {
    key: `credit-notice/${clockId}`,
    accountId,
    contactId,
    channel: 'letter',
    toName: contact?.name ?? notice.name,
    toAddress: '',
    language,
    templateKey: reasons === '' ? 'credit-notice-rights' : 'credit-notice',
    extra: { credit: { act, on: notice.startedOn, reasons } },
  });
  if (!queued.ok) return refuse('credit.notice_refused', { why: queued.refusal });
  const sent = await sendNotice(context, { accountId, clockId });
  if (!sent.ok) return sent;
  return accept({ messageId: queued.value.messageId, late: sent.value.late });
}
