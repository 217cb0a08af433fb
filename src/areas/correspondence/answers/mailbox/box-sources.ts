/**
 * The boxes to look at, each with its way in: those of the settings, brought into the book of
 * boxes when they are first seen, and those that the desk registered.
 */
import type { Id } from '#kernel/ids.ts';
import { perform, type Actor, type Desk } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { BoxError, type MailServer, type SignIn } from '#platform/imap/mail-server.ts';
import type { MailboxSettings } from '#platform/imap/settings.ts';
import { companies, companyByCode } from '#areas/team/index.ts';
import { registerBox, usualAnswerMinutes } from '../../actions/mailbox/register-box.ts';
import {
  type Box,
  type BoxServer,
  boxesOf,
  saveSecret,
  sealedSecret,
} from '../../store/mailbox/boxes.ts';

export type By = { readonly actor: Actor; readonly reason: string };

export type BoxSource = {
  readonly box: Box;
  /** The server with its secret; throws a BoxError where the secret is not to be had. */
  server(): Promise<MailServer>;
  /** A hosted server gave a new refresh token along. */
  renewed(refreshToken: string): Promise<void>;
};

/** Every box that has a server, of the settings first. */
export async function boxSources(desk: Desk, by: By): Promise<BoxSource[]> {
  const named: BoxSource[] = [];
  for (const settings of desk.mailboxes ?? []) named.push(await ofSettings(desk, settings, by));
  const taken = new Set(named.map(({ box }) => box.mailboxId));
  const own = (await boxesOf(desk.db, 'all')).flatMap((box) =>
    box.server === null || taken.has(box.mailboxId) ? [] : [ofDesk(desk, box, box.server)],
  );
  return [...named, ...own];
}

async function ofSettings(desk: Desk, settings: MailboxSettings, by: By): Promise<BoxSource> {
  const box = await boxOfSettings(desk, settings, by);
  const { server } = settings;
  const { signIn } = server;
  return {
    box,
    async server() {
      if (signIn.kind === 'password') return server;
      const kept = await keptSecret(desk, box.mailboxId);
      // A token that came later counts only as long as the settings name the one before it.
      const refreshToken =
        kept?.since === sinceOf(signIn.refreshToken) ? kept.refreshToken : undefined;
      return refreshToken === undefined
        ? server
        : { ...server, signIn: { ...signIn, refreshToken } };
    },
    async renewed(refreshToken) {
      if (signIn.kind !== 'oauth2') return;
      await keepSecret(desk, box.mailboxId, { refreshToken, since: sinceOf(signIn.refreshToken) });
    },
  };
}

function sinceOf(refreshToken: string): string {
  return fingerprint(new TextEncoder().encode(refreshToken));
}

async function boxOfSettings(desk: Desk, settings: MailboxSettings, by: By): Promise<Box> {
  const companyId = await companyFor(desk, settings);
  const known = async () =>
    (await boxesOf(desk.db, [companyId])).find(({ name }) => name === settings.name);
  const before = await known();
  if (before) return before;
  const doing = {
    action: 'correspondence.register_box',
    ...by,
    input: { name: settings.name, address: settings.address },
  };
  // Of two processes that start at once one writes the row, and both find it.
  await perform(desk, doing, (context) =>
    registerBox(context, {
      companyId,
      name: settings.name,
      address: settings.address,
      server: null,
      answerMinutes: settings.answerMinutes ?? usualAnswerMinutes,
      sealed: null,
    }),
  );
  const box = await known();
  if (!box) throw new Error(`the mailbox ${settings.name} could not be written down`);
  return box;
}

async function companyFor({ db }: Desk, { name, company }: MailboxSettings): Promise<Id> {
  if (company !== undefined) {
    const found = await companyByCode(db, company);
    if (!found) throw new Error(`${name}: there is no company ${company}`);
    return found.companyId;
  }
  const all = await companies(db, 'all');
  const real = all.filter(({ demo }) => !demo);
  const [only, ...others] = real.length > 0 ? real : all;
  if (!only || others.length > 0) {
    throw new Error(`${name}: say which company it is of, with ?company=CODE`);
  }
  return only.companyId;
}

type Secret = {
  readonly password?: string;
  readonly refreshToken?: string;
  readonly clientSecret?: string;
  readonly since?: string;
};

/** What a secret is sealed for: it opens for this box and no other. */
export function secretPurpose(mailboxId: Id): string {
  return `mailbox ${mailboxId}`;
}

function ofDesk(desk: Desk, box: Box, server: BoxServer): BoxSource {
  return {
    box,
    async server() {
      return signedIn(server, await keptSecret(desk, box.mailboxId));
    },
    async renewed(refreshToken) {
      const secret = await keptSecret(desk, box.mailboxId);
      await keepSecret(desk, box.mailboxId, { ...secret, refreshToken });
    },
  };
}

/** A server with its way in; throws a BoxError where the secret does not fit it. */
export function signedIn(server: BoxServer, secret: Secret | undefined): MailServer {
  const { host, port, secure, user, folder } = server;
  return { host, port, secure, user, folder, signIn: signInOf(server, secret) };
}

function signInOf({ signIn, tokenUrl, clientId }: BoxServer, secret: Secret | undefined): SignIn {
  if (signIn === 'password' && secret?.password !== undefined) {
    return { kind: 'password', password: secret.password };
  }
  const { refreshToken, clientSecret } = secret ?? {};
  if (signIn === 'oauth2' && tokenUrl && clientId && refreshToken !== undefined) {
    return {
      kind: 'oauth2',
      tokenUrl,
      clientId,
      refreshToken,
      ...(clientSecret === undefined ? {} : { clientSecret }),
    };
  }
  throw new BoxError('secret_missing', 'its secret cannot be opened with the key of this server');
}

async function keptSecret({ db, seal }: Desk, mailboxId: Id): Promise<Secret | undefined> {
  const sealed = await sealedSecret(db, mailboxId);
  if (sealed === undefined || sealed === '') return undefined;
  const text = seal?.open(sealed, secretPurpose(mailboxId));
  if (text === undefined) return undefined;
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null ? read : undefined;
}

async function keepSecret(desk: Desk, mailboxId: Id, secret: Secret): Promise<void> {
  const sealed = desk.seal?.close(JSON.stringify(secret), secretPurpose(mailboxId));
  if (sealed === undefined) return;
  await desk.db.transaction((tx) => saveSecret({ tx, at: desk.clock.now() }, mailboxId, sealed));
}
