/**
 * E-mails on their way out: from the team's own address, in their thread, with what is attached.
 *
 * An attachment that is gone stops the letter before anything goes out.
 */
import type { Desk } from '#platform/action.ts';
import type { Mailer, Posted } from '#platform/mail/mailer.ts';
import { originalFile } from '#areas/documents/index.ts';
import { headersOf } from '../../rules/sending/headers.ts';
import { messageIdOf } from '../../rules/sending/message-id.ts';
import { escaped } from '../../rules/templates/layout.ts';
import { attachmentsOf, keptFile } from '../../store/attachments.ts';
import { senderOf } from '../../store/senders.ts';
import type { ToSend } from '../../store/sending.ts';
import type { Sender } from './send-next.ts';

/** Sends the e-mails of the desk through this mail server. */
export function emailSender(desk: Desk, mail: Mailer): Sender {
  return {
    channel: 'email',
    provider: mail.provider,
    perMinute: mail.perMinute,
    technology: 'manual',
    send: (message) => send(desk, mail, message),
  };
}

/**
 * What the letter needs is read before anything leaves: where that fails, as while the database
 * is away, it may go later.
 */
async function send({ db }: Desk, mail: Mailer, message: ToSend): Promise<Posted> {
  const read = await gather(db, message).catch((error: unknown): Posted => {
    const detail = error instanceof Error ? error.message : String(error);
    return { state: 'not_sent', detail, temporary: true };
  });
  if ('state' in read) return read;
  const { own, files } = read;
  const { toName, toAddress, subject, text, html, thread, purpose } = message;
  const from = own
    ? { name: own.fromName, address: own.fromAddress }
    : { name: mail.from.name || message.company, address: mail.from.address };
  const replyTo = own?.replyTo || from.address;
  return mail.send({
    messageId: messageIdOf(message.messageId, from.address),
    from,
    replyTo,
    to: { name: toName, address: toAddress },
    subject,
    text,
    html: html === '' ? '' : pageOf(html, message),
    thread,
    headers: headersOf(purpose, message.actor.startsWith('job:'), replyTo),
    files,
  });
}

type Gathered = {
  readonly own: Awaited<ReturnType<typeof senderOf>>;
  readonly files: readonly { name: string; type: string; content: Uint8Array }[];
};

/** The sender and the files; without one of its files the letter is not sent. */
async function gather(db: Desk['db'], message: ToSend): Promise<Gathered | Posted> {
  const own = await senderOf(db, message.companyId);
  const files: Gathered['files'][number][] = [];
  for (const { kind, sourceId, fileName } of await attachmentsOf(db, message)) {
    const found = kind === 'original' ? originalFile : keptFile;
    const file = await found(db, message.accountId, sourceId);
    if (!file) return { state: 'not_sent', detail: `the attachment ${fileName} is gone` };
    files.push({ name: fileName, type: file.mediaType, content: file.content });
  }
  return { own, files };
}

/** A whole page around the body, in the reader's language. */
function pageOf(html: string, { language, subject }: ToSend): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escaped(subject)}</title></head>`,
    `<body style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5">`,
    html,
    '</body></html>',
  ].join('\n');
}
