/**
 * The way out to a mail server, which says of every letter what is known about it.
 *
 *   sent       the server took it
 *   not_sent   it was refused, or nobody was reached: certainly nothing went out
 *   unknown    the line broke while it went out; a person must find out
 *
 * It never tries twice; whoever calls has written down the attempt before.
 */
import nodemailer from 'nodemailer';

export type Letter = {
  /** Becomes the Message-ID, so that the same letter is recognised. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly body: string;
  readonly files: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Uint8Array;
  }[];
};

export type Posted = {
  readonly state: 'sent' | 'not_sent' | 'unknown';
  /** The server's own words, or what went wrong. */
  readonly detail: string;
};

export type Mailer = { send(letter: Letter): Promise<Posted> };

export type MailSettings = { readonly smtpUrl: string; readonly mailFrom: string };

const patienceMs = 30_000;

/** A mailer for these settings; each letter goes over a connection of its own. */
export function makeMailer({ smtpUrl, mailFrom }: MailSettings): Mailer {
  const url = new URL(smtpUrl);
  const user = decodeURIComponent(url.username);
  return {
    async send(letter) {
      const transport = nodemailer.createTransport({
        host: url.hostname,
        port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
        secure: url.protocol === 'smtps:',
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
        disableFileAccess: true,
        disableUrlAccess: true,
        ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
      });
      try {
        const { response } = await transport.sendMail(messageOf(letter, mailFrom));
        return { state: 'sent', detail: response };
      } catch (error) {
        return { state: certainlyNot(error) ? 'not_sent' : 'unknown', detail: said(error) };
      } finally {
        transport.close();
      }
    },
  };
}

function messageOf({ id, to, subject, body, files }: Letter, from: string) {
  return {
    from,
    to,
    subject,
    text: body,
    messageId: `<${id}@dunlin>`,
    attachments: files.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content),
    })),
  };
}

/** The server closes the line, perhaps after it has taken the letter. */
const closing = 421;

/** Refused by the server in so many words, or never reached: then nothing went out. */
function certainlyNot(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('responseCode' in error && typeof error.responseCode === 'number') {
    return error.responseCode !== closing;
  }
  if ('syscall' in error && (error.syscall === 'connect' || error.syscall === 'getaddrinfo')) {
    return true;
  }
  return 'code' in error && ['EAUTH', 'EDNS', 'EENVELOPE'].includes(String(error.code));
}

function said(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
