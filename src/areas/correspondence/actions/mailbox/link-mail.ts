/**
 * A person says whose mail it is. From then on mails of that sender are the account's, and what
 * the mail asks for takes effect as if it had been known at once.
 *
 * A mail whose sender is forged does so on this word alone; its remittance goes to cash only now.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { findAccount } from '#areas/customers/index.ts';
import { citedIn } from '../../rules/mailbox/cited.ts';
import { advises } from '../../rules/mailbox/intent.ts';
import type { MailboxRefusal } from '../../rules/mailbox/refusal.ts';
import { namedItems } from '../../store/mailbox/evidence.ts';
import {
  insertAct,
  learnSender,
  lockMail,
  placeAt,
  updateCash,
} from '../../store/mailbox/standing.ts';
import { actOnMail } from './act-on-mail.ts';

export type LinkMail = {
  readonly mailId: Id;
  readonly accountId: Id;
  /** Later mails of this sender are the account's too. */
  readonly learn: boolean;
};

export async function linkMail(
  context: Context,
  { mailId, accountId, learn }: LinkMail,
): Promise<Outcome<{ itemIds: readonly Id[] }, MailboxRefusal>> {
  const mail = await lockMail(context.tx, mailId);
  if (!mail) return refuse('mailbox.no_such_mail');
  const account = await findAccount(context.tx, accountId);
  if (!account) return refuse('mailbox.no_such_account');
  if (account.companyId !== mail.companyId) return refuse('mailbox.account_of_other_company');
  if (mail.accountId === accountId) return accept({ itemIds: mail.itemIds });
  const items = await namedItems(context.tx, accountId);
  const words = `${mail.subject}\n${mail.body}`;
  const itemIds = citedIn(words, items).map(({ itemId }) => itemId);
  await placeAt(context, { accountId, mailId, itemIds, how: 'person' });
  if (learn && mail.fromAddress !== '') {
    const { companyId, fromAddress: address } = mail;
    await learnSender(context, { accountId, companyId, address, mailId });
  }
  const isHeldBack = mail.problem === 'sender_forged' && mail.accountId === null;
  if (isHeldBack && mail.whole && advises(mail.findings)) {
    await updateCash(context, mailId, 'waiting');
  }
  await insertAct(context, mailId, 'linked', { accountId, before: mail.accountId, learn });
  context.did({ what: 'mail linked', id: mailId, facts: { accountId } });
  await actOnMail(context, { ...mail, accountId, itemIds });
  return accept({ itemIds });
}
