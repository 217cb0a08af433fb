/**
 * Answers a mail: a message in its thread, with its papers, to the very address that wrote.
 *
 * An answer ends the wait, not what the mail holds back: who says that it is paid is left alone
 * until somebody has looked. What a machine wrote that answers by itself is never answered.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount, recordActivity } from '#areas/customers/index.ts';
import type { MailboxRefusal } from '../../rules/mailbox/refusal.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import { answersTo } from '../../store/mailbox/page.ts';
import {
  type LockedMail,
  insertAct,
  insertAnswer,
  lockMail,
  updateState,
} from '../../store/mailbox/standing.ts';
import { type AttachmentWish, queueMessage } from '../messages/queue-message.ts';
import { tellChanged } from './settle-mail.ts';

export type AnswerMail = {
  readonly mailId: Id;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly templateKey: string | null;
  readonly templateVersion: number | null;
  readonly attachments: readonly AttachmentWish[];
};

/** Whom no answer may go to: another machine would answer it. */
const neverAnswered: readonly string[] = ['bounce', 'own', 'loop', 'auto_reply'];

/** Message-IDs that an answer names; the first and the last are what programs sort by. */
const mostReferences = 20;

export async function answerMail(
  context: Context,
  wish: AnswerMail,
): Promise<Outcome<{ messageId: Id }, MailboxRefusal | MessageRefusal>> {
  const { mailId } = wish;
  const mail = await lockMail(context.tx, mailId);
  if (!mail) return refuse('mailbox.no_such_mail');
  const { accountId } = mail;
  if (accountId === null) return refuse('mailbox.mail_not_linked');
  if (mail.silent !== null && neverAnswered.includes(mail.silent)) {
    return refuse('mailbox.bounce_not_answered');
  }
  const earlier = await answersTo(context.tx, accountId, mailId);
  const contact = await contactOf(context, accountId, mail);
  const queued = await queueMessage(context, {
    key: `mail/${mailId}/${earlier + 1}`,
    accountId,
    contactId: contact?.contactId ?? null,
    channel: 'email',
    toName: contact?.name ?? mail.fromName,
    toAddress: mail.fromAddress,
    language: wish.language,
    subject: wish.subject,
    text: wish.text,
    html: wish.html,
    templateKey: wish.templateKey,
    templateVersion: wish.templateVersion,
    purpose: 'answer',
    // An answer is owed whatever is paid meanwhile.
    itemIds: [],
    attachments: wish.attachments,
    thread: referencesOf(mail),
    state: 'queued',
  });
  if (!queued.ok) return queued;
  const { messageId } = queued.value;
  await insertAnswer(context, { accountId, mailId, messageId });
  if (mail.state === 'open') await updateState(context, mailId, 'answered');
  await insertAct(context, mailId, 'answered', { messageId, subject: wish.subject });
  await recordActivity(context, {
    accountId,
    kind: 'mail',
    phrase: 'activity.mail_answered',
    facts: { subject: mail.subject.slice(0, 200) },
    text: null,
    touch: true,
  });
  await tellChanged(context, mail);
  return accept({ messageId });
}

/** The thread from its beginning; the mail that is answered stands last. */
function referencesOf({ refs, messageId }: LockedMail): string[] {
  const all = [...refs.toReversed(), ...(messageId === '' ? [] : [messageId])];
  return [...new Set(all)].slice(-mostReferences);
}

async function contactOf({ tx }: Context, accountId: Id, { fromAddress }: LockedMail) {
  const account = await findAccount(tx, accountId);
  const contacts = account ? await contactsOf(tx, account.customerId) : [];
  return contacts.find(({ email }) => email?.toLowerCase() === fromAddress);
}

/** Asks a colleague for what the answer needs first: a signed form, a look into a complaint. */
export async function wishTask(
  context: Context,
  { mailId, title, text }: { readonly mailId: Id; readonly title: string; readonly text: string },
): Promise<Outcome<{ asked: true }, MailboxRefusal>> {
  const mail = await lockMail(context.tx, mailId);
  if (!mail) return refuse('mailbox.no_such_mail');
  const { accountId } = mail;
  if (accountId === null) return refuse('mailbox.mail_not_linked');
  await insertAct(context, mailId, 'took', { task: title });
  context.did({ what: 'task wished', id: mailId, facts: { title } });
  await context.tell({
    name: 'correspondence.task_wished',
    accountId,
    payload: { mailId, title, text },
  });
  return accept({ asked: true });
}
