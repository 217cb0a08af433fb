/**
 * The gate: who asks, and whether they may, settled before a route's handler runs.
 *
 *   cookie or key ──▶ member (401) ──▶ CSRF on writes (403) ──▶ permission (403)
 *                 ──▶ parse (400) ──▶ account and company in sight (404) ──▶ handler
 *
 * The rule: a route without a contract is never guarded and so never serves data; only the
 * health page, the reference and the web app's files are such.
 */
import type { FastifyRequest } from 'fastify';
import { type Facts, refuse } from '#kernel/outcome.ts';
import { composeId, type Id } from '#kernel/ids.ts';
import { isLanguage, type Language } from '#kernel/words.ts';
import type { Desk } from '#platform/action.ts';
import { findApiKey } from '#platform/auth/api-keys.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import type { Session, VisibleCompany } from '#platform/auth/session.ts';
import { endSessionsOf, findSession } from '#platform/auth/sessions.ts';
import { sameToken } from '#platform/auth/tokens.ts';
import type { Route } from '#platform/contract/route.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { makeRounds, type Rounds } from '#platform/rounds.ts';
import { readToken } from './cookie.ts';
import { RefusedRequest } from './errors.ts';

/** Who asks, as far as the gate has found out. */
export type Caller = {
  readonly session: Session;
  readonly token: string | undefined;
  readonly csrf: string;
  readonly byApiKey: boolean;
};

/** A member as the gate needs them; the team knows them. */
export type KnownMember = {
  readonly memberId: Id;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly companyIds: CompanyScope;
  readonly companies: readonly VisibleCompany[];
};

export type FindMember = (desk: Desk, memberId: Id) => Promise<KnownMember | undefined>;

const bearer = /^Bearer (dk_[\w-]+)$/u;

/** A key as a bearer token, or as the password of Basic, which is all that Excel can show. */
function keyIn(authorization: string): string | undefined {
  const [, key] = bearer.exec(authorization) ?? [];
  const [, basic] = /^Basic ([\w+/=-]+)$/u.exec(authorization) ?? [];
  if (basic === undefined) return key;
  const password = Buffer.from(basic, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/u, '');
  return /^dk_[\w-]+$/u.test(password) ? password : undefined;
}

/** The feed only reads, and its answers are no page that a browser would run. */
function isOfFeed({ path }: Route): boolean {
  return path.startsWith('/odata/v4/');
}

/** Who asks. An open route takes anybody; the others throw `session.missing`. */
export async function identify(
  request: FastifyRequest,
  route: Route,
  desk: Desk,
  findMember: FindMember,
): Promise<Caller> {
  if (route.permission === 'open') return nobody(request);
  const { authorization } = request.headers;
  const token = readToken(request);
  // A browser shows Basic by itself, also for another site's page: only the feed takes it.
  if (authorization?.startsWith('Basic ') && !isOfFeed(route)) throw refused('session.missing');
  const caller =
    authorization === undefined
      ? token !== undefined &&
        (await together(desk, `session ${token}`, () => bySession(token, desk, findMember)))
      : await together(desk, authorization, () => byApiKey(authorization, desk, findMember));
  if (!caller) throw refused('session.missing');
  return caller;
}

/** Throws the refusal of what this caller may not do, or not in this way. */
export function refuseForbidden(request: FastifyRequest, route: Route, caller: Caller): void {
  const { permission } = route;
  if (route.method !== 'GET' && !caller.byApiKey) {
    refuseOtherOrigin(request);
    if (permission !== 'open') refuseMissingToken(request, caller.csrf);
  }
  if (permission === 'open' || permission === 'signed-in') return;
  if (!caller.session.permissions.includes(permission)) {
    throw refused('permission.missing', { permission });
  }
}

/** An order system asks fifty things at once with one key: its holder is looked up once a round. */
const callers = new WeakMap<Desk, Rounds<Caller | undefined>>();

function together(
  desk: Desk,
  key: string,
  look: () => Promise<Caller | undefined>,
): Promise<Caller | undefined> {
  const rounds = callers.get(desk) ?? makeRounds<Caller | undefined>();
  callers.set(desk, rounds);
  return rounds(key, look);
}

async function bySession(
  token: string,
  desk: Desk,
  findMember: FindMember,
): Promise<Caller | undefined> {
  const found = await findSession(desk.db, token, desk.clock.now());
  if (!found) return undefined;
  const member = await findMember(desk, found.memberId);
  if (!member?.active) {
    await endSessionsOf(desk.db, found.memberId);
    return undefined;
  }
  const session = sessionOf(member, permissionsOf(member.roles));
  return { session, token, csrf: found.csrf, byApiKey: false };
}

/** A key allows what it was given and its maker may still do. */
async function byApiKey(
  authorization: string,
  desk: Desk,
  findMember: FindMember,
): Promise<Caller | undefined> {
  const text = keyIn(authorization);
  if (text === undefined) return undefined;
  const key = await findApiKey(desk.db, text, desk.clock.now());
  const member = key && (await findMember(desk, key.memberId));
  if (!key || !member?.active) return undefined;
  const lent = permissionsOf(member.roles).filter((name) => key.permissions.includes(name));
  return { session: sessionOf(member, lent), token: undefined, csrf: '', byApiKey: true };
}

function sessionOf(member: KnownMember, permissions: readonly string[]): Session {
  const { memberId, name, language, companyIds, companies } = member;
  const actor = { ref: `member:${memberId}`, memberId };
  return { actor, memberId, name, permissions, companyIds, companies, language };
}

/** Whoever has not signed in: sees no company and may do nothing. */
function nobody(request: FastifyRequest): Caller {
  const session: Session = {
    actor: { ref: 'nobody', memberId: null },
    memberId: composeId(0, 0, 0, 0),
    name: '',
    permissions: [],
    companyIds: [],
    companies: [],
    language: languageOf(request),
  };
  return { session, token: readToken(request), csrf: '', byApiKey: false };
}

/** The language of whoever has not signed in: the first of theirs that we speak. */
export function languageOf(request: FastifyRequest): Language {
  const wished = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wished.find(isLanguage) ?? 'en';
}

/** A browser says where a write comes from; another site's page may not send one. */
function refuseOtherOrigin({ headers, host }: FastifyRequest): void {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const foreign = origin !== undefined && URL.parse(origin)?.host !== host;
  if (foreign || site === 'cross-site') throw refused('csrf.other_origin');
}

function refuseMissingToken({ headers }: FastifyRequest, csrf: string): void {
  const shown = headers['x-csrf-token'];
  if (typeof shown !== 'string' || !sameToken(shown, csrf)) throw refused('csrf.token_missing');
}

function refused(code: string, facts: Facts = {}): RefusedRequest {
  return new RefusedRequest(refuse(code, facts));
}
