/**
 * What people do with a mail: another intent, somebody else's, done, open again.
 *
 * `done` ends what the mail held back: after it dunning goes on, so whoever closes a mail that
 * says it is paid says why.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { memberById } from '#areas/team/index.ts';
import { type Finding, type Intent } from '../../rules/mailbox/intent.ts';
import type { MailboxRefusal } from '../../rules/mailbox/refusal.ts';
import {
  type LockedMail,
  insertAct,
  lockMail,
  updateAssignee,
  updateFindings,
  updateState,
} from '../../store/mailbox/standing.ts';

/** A person's word comes first; what the rules read stands behind it. */
export async function changeIntent(
  context: Context,
  { mailId, intent }: { readonly mailId: Id; readonly intent: Intent },
): Promise<Outcome<{ intent: Intent }, MailboxRefusal>> {
  const mail = await lockMail(context.tx, mailId);
  if (!mail) return refuse('mailbox.no_such_mail');
  const [first] = mail.findings;
  if (first?.intent === intent && first.where === 'person') return accept({ intent });
  const known = mail.findings.find((each) => each.intent === intent);
  const said: Finding = {
    ...(known ?? { from: 0, to: 0, evidence: '', said: {} }),
    intent,
    confidence: 100,
    where: 'person',
  };
  await updateFindings(context, mailId, [said]);
  await insertAct(context, mailId, 'intent', { intent, before: first?.intent ?? null });
  context.did({ what: 'mail intent', id: mailId, facts: { intent } });
  await tellChanged(context, mail);
  return accept({ intent });
}

/** Whose it is to answer; null gives it back to whoever owns the account. */
export async function assignMail(
  context: Context,
  { mailId, assigneeId }: { readonly mailId: Id; readonly assigneeId: Id | null },
): Promise<Outcome<{ assigneeId: Id | null }, MailboxRefusal>> {
  const mail = await lockMail(context.tx, mailId);
  if (!mail) return refuse('mailbox.no_such_mail');
  if (assigneeId !== null) {
    const member = await memberById(context.tx, assigneeId);
    const sees = member?.companyIds === 'all' || member?.companyIds.includes(mail.companyId);
    if (!member?.active || !sees) return refuse('mailbox.no_such_person');
  }
  await updateAssignee(context, mailId, assigneeId);
  await insertAct(context, mailId, 'assigned', { assigneeId, before: mail.assigneeId });
  context.did({ what: 'mail assigned', id: mailId });
  await tellChanged(context, mail);
  return accept({ assigneeId });
}

export type Settle = {
  readonly mailId: Id;
  readonly to: 'done' | 'open';
  /** What was made of it, such as a promise. */
  readonly took?: Readonly<Record<string, string>>;
};

/** `context.reason` stands beside the act. */
export async function settleMail(
  context: Context,
  { mailId, to, took }: Settle,
): Promise<Outcome<{ state: 'done' | 'open' }, MailboxRefusal>> {
  const mail = await lockMail(context.tx, mailId);
  if (!mail) return refuse('mailbox.no_such_mail');
  if (took !== undefined) await insertAct(context, mailId, 'took', took);
  if (mail.state === to) return accept({ state: to });
  await updateState(context, mailId, to);
  await insertAct(context, mailId, to === 'done' ? 'done' : 'opened', { before: mail.state });
  context.did({ what: `mail ${to}`, id: mailId });
  await tellChanged(context, mail);
  return accept({ state: to });
}

export async function tellChanged(
  context: Context,
  { mailId, accountId }: Pick<LockedMail, 'mailId' | 'accountId'>,
): Promise<void> {
  await context.tell({ name: 'correspondence.mail_changed', accountId, payload: { mailId } });
}
