/**
 * Opens a dispute over the invoices that a mail names: the very action of the disputes, in one
 * stroke with the note beside the mail. What is contested is not asked for from then on.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type OpenDisputeRefusal, openDispute } from '#areas/disputes/index.ts';
import { disputeReasonOf } from '../../rules/mailbox/dispute-reason.ts';
import type { MailboxRefusal } from '../../rules/mailbox/refusal.ts';
import { itemsOf } from '../../store/mailbox/page.ts';
import { insertAct, lockMail } from '../../store/mailbox/standing.ts';
import { tellChanged } from './settle-mail.ts';

export async function takeDispute(
  context: Context,
  mailId: Id,
): Promise<Outcome<{ caseId: Id }, MailboxRefusal | OpenDisputeRefusal>> {
  const mail = await lockMail(context.tx, mailId);
  if (!mail) return refuse('mailbox.no_such_mail');
  const { accountId } = mail;
  if (accountId === null) return refuse('mailbox.mail_not_linked');
  const items = await itemsOf(context.tx, accountId, mail.itemIds);
  const open = items.filter((item) => item.open.minor > 0n);
  if (open.length === 0) return refuse('mailbox.no_invoice_named');
  const said = mail.findings.find(({ intent }) => intent === 'dispute');
  const words = said?.evidence ?? mail.subject;
  const opened = await openDispute(context, {
    accountId,
    items: open.map(({ itemId }) => ({ itemId, amount: null, lineNo: null })),
    reason: disputeReasonOf(words),
    part: 'whole',
    note: words,
    saidBy: mail.fromName || mail.fromAddress,
    ownerId: null,
  });
  if (!opened.ok) return opened;
  const { caseId } = opened.value;
  await insertAct(context, mailId, 'took', { caseId });
  await tellChanged(context, mail);
  return accept({ caseId });
}
