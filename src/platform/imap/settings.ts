/**
 * Boxes of the settings: `DUNLIN_MAILBOXES`, addresses with commas between them.
 *
 *   imaps://ar%40acme.example:secret@imap.host/INBOX?company=ACME
 *   imaps://ar%40acme.example@outlook.office365.com/INBOX?token_url=…&client_id=…&refresh_token=…
 *
 * An address holds a secret, so no problem ever repeats it: the place in the list is named.
 */
import type { MailServer } from './mail-server.ts';

export type MailboxSettings = {
  readonly name: string;
  /** The code of its company; undefined where there is only one. */
  readonly company: string | undefined;
  readonly address: string;
  readonly answerMinutes: number | undefined;
  readonly server: MailServer;
};

const ports: Readonly<Record<string, number>> = { 'imap:': 143, 'imaps:': 993 };

/** Throws an Error whose message says which of them cannot be used, and why. */
export function readMailboxes(text: string): MailboxSettings[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map((part, at) => {
    const read = readOne(part);
    if (typeof read === 'string') throw new Error(`number ${at + 1} ${read}`);
    return read;
  });
}

const example = 'write imaps://user:password@host/INBOX';

function readOne(text: string): MailboxSettings | string {
  const url = URL.parse(text);
  const port = url === null ? undefined : ports[url.protocol];
  if (url === null || port === undefined || url.hostname === '') return `is no box; ${example}`;
  const user = decoded(url.username);
  if (user === '') return `names no user; ${example}`;
  const asked = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  const signIn = signInOf(decoded(url.password), asked);
  if (typeof signIn === 'string') return signIn;
  const minutes = asked('minutes');
  if (minutes !== undefined && !/^[1-9]\d{0,4}$/u.test(minutes)) {
    return 'has minutes that are no number of minutes';
  }
  const address = asked('address') ?? (user.includes('@') ? user : `${user}@${url.hostname}`);
  const folder = decoded(url.pathname.slice(1)) || 'INBOX';
  return {
    name: asked('name') ?? `${address}${folder === 'INBOX' ? '' : `/${folder}`}`,
    company: asked('company'),
    address: address.toLowerCase(),
    answerMinutes: minutes === undefined ? undefined : Number(minutes),
    server: {
      host: url.hostname,
      port: Number(url.port) || port,
      secure: url.protocol === 'imaps:',
      user,
      folder,
      signIn,
    },
  };
}

function signInOf(
  password: string,
  asked: (name: string) => string | undefined,
): MailServer['signIn'] | string {
  const tokenUrl = asked('token_url');
  if (tokenUrl === undefined) {
    return password === '' ? `has no password; ${example}` : { kind: 'password', password };
  }
  const [clientId, refreshToken] = [asked('client_id'), asked('refresh_token')];
  if (clientId === undefined || refreshToken === undefined) {
    return 'signs in with a token; name its client_id and refresh_token too';
  }
  if (!/^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/u.test(tokenUrl)) {
    return 'has a token_url that is not https';
  }
  const clientSecret = asked('client_secret');
  return {
    kind: 'oauth2',
    tokenUrl,
    clientId,
    refreshToken,
    ...(clientSecret === undefined ? {} : { clientSecret }),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
