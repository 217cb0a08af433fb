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
import { type TokenGrant, TokenError, accessToken, forgetToken } from '../oauth2/access-token.ts';

export type Letter = {
  /** The Message-ID without its angle brackets, so that the same letter is recognised. */
  readonly messageId: string;
  readonly from: Box;
  readonly replyTo: string;
  readonly to: Box;
  readonly subject: string;
  readonly text: string;
  /** Empty sends the text alone. */
  readonly html: string;
  /** Message-IDs of the thread, the one that is answered last. */
  readonly thread: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly files: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Uint8Array;
  }[];
};

export type Box = { readonly name: string; readonly address: string };

export type Posted = {
  readonly state: 'sent' | 'not_sent' | 'unknown';
  /** The server's own words, or what went wrong. */
  readonly detail: string;
  /** Not sent, but worth another try later. */
  readonly temporary?: boolean;
  /** What the provider calls it. */
  readonly ref?: string;
};

export type Mailer = {
  /** Where it goes to: attempts are counted and slowed by it. */
  readonly provider: string;
  /** The most that the provider takes in a minute. */
  readonly perMinute: number;
  /** Who writes where a company has not said so. */
  readonly from: Box;
  send(letter: Letter): Promise<Posted>;
};

export type MailSettings = {
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly perMinute?: number;
  readonly dkim?: DkimSettings | undefined;
  readonly oauth2?: OAuth2Settings | undefined;
};

export type DkimSettings = {
  readonly domainName: string;
  readonly keySelector: string;
  readonly privateKey: string;
};

/** Sign-in of hosted mail: a refresh token from which access tokens are made. */
export type OAuth2Settings = {
  readonly user: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** Empty: Google's. */
  readonly accessUrl: string;
};

const googleTokens = 'https://oauth2.googleapis.com/token';

const patienceMs = 30_000;
/** What Microsoft 365 takes of one box; a relay of one's own takes more. */
export const standardPerMinute = 30;

/** A mailer for these settings; each letter goes over a connection of its own. */
export function makeMailer(settings: MailSettings): Mailer {
  const url = new URL(settings.smtpUrl);
  const signIn = signInOf(url, settings);
  return {
    provider: url.host,
    perMinute: settings.perMinute ?? standardPerMinute,
    from: boxOf(settings.mailFrom),
    async send(letter) {
      const auth = await signIn.auth().catch(noToken);
      if ('state' in auth) return auth;
      const transport = nodemailer.createTransport({
        host: url.hostname,
        port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
        secure: url.protocol === 'smtps:',
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
        disableFileAccess: true,
        disableUrlAccess: true,
        ...auth,
        requireTLS: signIn.needsTls,
        ...(settings.dkim ? { dkim: { ...settings.dkim } } : {}),
      });
      try {
        const { response } = await transport.sendMail(messageOf(letter));
        return { state: 'sent', detail: response };
      } catch (error) {
        if (isNotSignedIn(error)) signIn.refused();
        return failed(error);
      } finally {
        transport.close();
      }
    },
  };
}

type SmtpSignIn = {
  /** What nodemailer needs to sign in with now; nothing where nobody must. */
  auth(): Promise<object>;
  /** The server did not take it. */
  refused(): void;
  /** A token opens the whole box: it never goes over an open line, but on this machine. */
  readonly needsTls: boolean;
};

function signInOf(url: URL, { oauth2 }: MailSettings): SmtpSignIn {
  if (oauth2) return tokenSignIn(url, oauth2);
  const user = decodeURIComponent(url.username);
  const auth = user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } };
  return { auth: () => Promise.resolve(auth), refused: () => undefined, needsTls: false };
}

const thisMachine = ['127.0.0.1', '[::1]', 'localhost'];

function tokenSignIn(url: URL, { user, accessUrl, ...known }: OAuth2Settings): SmtpSignIn {
  let grant: TokenGrant = { tokenUrl: accessUrl || googleTokens, ...known };
  return {
    async auth() {
      const token = await accessToken(grant, (refreshToken) => {
        // The old one may be worth nothing from now on.
        grant = { ...grant, refreshToken };
        return Promise.resolve();
      });
      return { auth: { type: 'OAuth2', user, accessToken: token } };
    },
    refused: () => forgetToken(grant),
    needsTls: !thisMachine.includes(url.hostname),
  };
}

/** Nothing went out: nobody was even spoken to. */
function noToken(error: unknown): Posted {
  if (!(error instanceof TokenError)) throw error;
  return { state: 'not_sent', detail: error.message, temporary: true };
}

function boxOf(sender: string): Box {
  const match = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/u.exec(sender);
  return match
    ? { name: match[1] ?? '', address: match[2] ?? '' }
    : { name: '', address: sender.trim() };
}

function messageOf(letter: Letter) {
  const { messageId, from, replyTo, to, subject, text, html, thread, headers, files } = letter;
  const answered = thread.at(-1);
  return {
    from,
    to,
    subject,
    text,
    ...(html === '' ? {} : { html }),
    ...(replyTo === '' ? {} : { replyTo }),
    ...(answered === undefined ? {} : { inReplyTo: answered, references: [...thread] }),
    headers: { ...headers },
    messageId: `<${messageId}>`,
    attachments: files.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content),
    })),
  };
}

/** The server closes the line; after the text of a letter, perhaps having taken it. */
const closing = 421;

/** What is known of a letter that the server did not thank for. */
function failed(error: unknown): Posted {
  const detail = said(error);
  // Whatever the server says of a sign-in, it is not about this letter.
  if (isNotSignedIn(error)) return { state: 'not_sent', detail, temporary: true };
  const code = responseCode(error);
  if (code !== undefined) {
    if (code === closing && fieldOf(error, 'command') === 'DATA') {
      return { state: 'unknown', detail };
    }
    return { state: 'not_sent', detail, temporary: code < 500 };
  }
  const syscall = fieldOf(error, 'syscall');
  if (syscall === 'connect' || syscall === 'getaddrinfo') {
    return { state: 'not_sent', detail, temporary: true };
  }
  const name = fieldOf(error, 'code');
  if (name === 'EDNS') return { state: 'not_sent', detail, temporary: true };
  if (name === 'EENVELOPE') return { state: 'not_sent', detail, temporary: false };
  return { state: 'unknown', detail };
}

function isNotSignedIn(error: unknown): boolean {
  return ['EAUTH', 'EOAUTH2'].includes(fieldOf(error, 'code'));
}

function responseCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return undefined;
  return typeof error.responseCode === 'number' ? error.responseCode : undefined;
}

function fieldOf(error: unknown, name: string): string {
  if (typeof error !== 'object' || error === null) return '';
  return String(Object.getOwnPropertyDescriptor(error, name)?.value ?? '');
}

function said(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
