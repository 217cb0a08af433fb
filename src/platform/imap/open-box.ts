/**
 * A box that is being looked at: what it holds, and each mail's bytes.
 *
 * Nothing is changed on the server: no mail is marked as read, moved or deleted there. What was
 * taken in is known by the server's own numbers, which are good as long as its UIDVALIDITY is.
 */
import { ImapFlow } from 'imapflow';
import { TokenError, accessToken, forgetToken } from '../oauth2/access-token.ts';
import { BoxError, type MailServer } from './mail-server.ts';

export type FetchedMail = {
  /** Null for a mail that is larger than may be taken in. */
  readonly raw: Uint8Array | null;
  /** Its head lines alone, of a mail that is too large. */
  readonly head: Uint8Array;
  readonly bytes: number;
  /** When the server took it in, ISO 8601. */
  readonly receivedAt: string | null;
};

export type OpenBox = AsyncDisposable & {
  readonly uidValidity: bigint;
  /** Every mail in the folder, by the server's numbers. */
  uids(): Promise<readonly number[]>;
  /** Undefined when it has gone meanwhile. */
  fetch(uid: number, mostBytes: number): Promise<FetchedMail | undefined>;
  /** False once the line has broken. */
  isOpen(): boolean;
};

export type OpenHow = {
  /** A hosted server gave a new refresh token along. */
  readonly renewed?: (refreshToken: string) => Promise<void>;
};

const patienceMs = 20_000;
const silenceMs = 120_000;

/** Opens the folder; throws a BoxError that names what went wrong. */
export async function openBox(server: MailServer, how: OpenHow = {}): Promise<OpenBox> {
  const client = await connected(server, how);
  try {
    const folder = await client.mailboxOpen(server.folder, { readOnly: true });
    return {
      uidValidity: folder.uidValidity,
      uids: async () => (await client.search({ all: true }, { uid: true })) || [],
      fetch: (uid, most) => fetched(client, uid, most),
      isOpen: () => client.usable,
      [Symbol.asyncDispose]: async () => {
        await client.logout().catch(() => client.close());
      },
    };
  } catch (error) {
    client.close();
    throw new BoxError('no_such_folder', `${server.host}: ${server.folder}: ${said(error)}`, {
      cause: error,
    });
  }
}

/** A connection that is signed in; whoever holds it closes it. */
export async function connected(server: MailServer, { renewed }: OpenHow): Promise<ImapFlow> {
  const { host, port, secure, user, signIn } = server;
  const keep = renewed ?? (() => Promise.resolve());
  const auth =
    signIn.kind === 'password'
      ? { user, pass: signIn.password }
      : { user, accessToken: await tokenFor(signIn, keep) };
  const client = new ImapFlow({
    host,
    port,
    secure,
    auth,
    logger: false,
    emitLogs: false,
    disableAutoIdle: false,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: silenceMs,
  });
  // An error beside the promises would end the process; the promise tells it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    if (isRefusal(error)) {
      if (signIn.kind === 'oauth2') forgetToken(signIn);
      throw new BoxError('sign_in_refused', `${host} refused ${user}: ${said(error)}`, {
        cause: error,
      });
    }
    throw new BoxError('unreachable', `${host}:${port}: ${said(error)}`, { cause: error });
  }
}

/** A token, or the problem of the box that has none. */
async function tokenFor(...asked: Parameters<typeof accessToken>): Promise<string> {
  try {
    return await accessToken(...asked);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    throw new BoxError(error.problem, error.message, { cause: error.cause });
  }
}

async function fetched(
  client: ImapFlow,
  uid: number,
  mostBytes: number,
): Promise<FetchedMail | undefined> {
  const range = String(uid);
  const about = await client.fetchOne(range, { size: true, internalDate: true }, { uid: true });
  if (!about) return undefined;
  const bytes = about.size ?? 0;
  const receivedAt = momentOf(about.internalDate);
  if (bytes > mostBytes) {
    const top = await client.fetchOne(range, { headers: true }, { uid: true });
    if (!top) return undefined;
    return { raw: null, head: Uint8Array.from(top.headers ?? []), bytes, receivedAt };
  }
  const whole = await client.fetchOne(range, { source: true }, { uid: true });
  if (!whole || whole.source === undefined) return undefined;
  const raw = new Uint8Array(whole.source);
  return { raw, head: raw, bytes: raw.length, receivedAt };
}

function momentOf(date: Date | string | undefined): string | null {
  const at = date === undefined ? Number.NaN : new Date(date).getTime();
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'authenticationFailed' in error;
}

/** The server's own words; a sign-in is never part of them. */
function said(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'responseText' in error) {
    const { responseText } = error;
    if (typeof responseText === 'string' && responseText !== '') return responseText.slice(0, 200);
  }
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
