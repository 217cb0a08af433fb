/**
 * A desk for one test: a fresh database, the whole HTTP app, and people who sign in to it.
 *
 *     await using desk = await openDesk();
 *     const rosa = await desk.signIn(await desk.member('collector'));
 *     await rosa.get('/api/v1/members');
 *
 * Requests go through the app without a port; everything else is real.
 */
import type { FastifyInstance } from 'fastify';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Actor, type Desk, perform } from '#platform/action.ts';
import { setPassword } from '#platform/auth/credentials.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import type { Seal } from '#platform/auth/sealing.ts';
import type { Role } from '#platform/auth/roles.ts';
import { newId } from '#platform/ids.ts';
import type { Printer } from '#platform/print/printer.ts';
import type { Telephony } from '#platform/telephony/telephony.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { makeLog } from '#platform/log.ts';
import { openDb } from '#platform/postgres/db.ts';
import type { Replica } from '#platform/postgres/replica.ts';
import { keepListening, type Listening } from '#platform/postgres/listening.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { addMember, insertCompany } from '#areas/team/index.ts';
import { type Limits, buildApp } from '#server/app.ts';
import { makeHouse } from '#server/house.ts';
import { routes } from '#server/routes.ts';
import type { Served } from '#platform/http/serve.ts';
import { freshDatabase } from './db.ts';
import { behindBy, friday, momentBehind, tenOnFriday } from './friday.ts';

export const password = 'a tall tree by the river';
const actor: Actor = { ref: 'job:test', memberId: null };

export type Person = { readonly memberId: Id; readonly email: string };
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
};
type Headers = Readonly<Record<string, string>>;

/** Somebody at a browser: keeps the cookie and shows the CSRF token. */
export type Browser = {
  readonly csrf: string;
  readonly cookie: string;
  get(path: string, headers?: Headers): Promise<Answer>;
  send(method: Writing, path: string, body?: object, headers?: Headers): Promise<Answer>;
  /** Drops files, by their names. */
  drop(path: string, files: Readonly<Record<string, Uint8Array>>): Promise<Answer>;
};
type Writing = 'POST' | 'PUT' | 'DELETE';

export type TestDesk = AsyncDisposable &
  Desk & {
    readonly app: FastifyInstance;
    /** Of the owner. */
    readonly url: string;
    readonly listening: Listening;
    /** Lets time pass: sessions, locks and keys see the later moment. */
    wait(minutes: number): void;
    /** Sets the business day, as DUNLIN_TODAY does. */
    on(day: string): void;
    company(code: string, made?: { demo?: boolean }): Promise<Id>;
    member(role: Role | readonly Role[], made?: { companies?: readonly string[] }): Promise<Person>;
    /** An account of the company with this number, known to customers and ledger. */
    account(companyId: Id, number: string): Promise<Id>;
    signIn(person: Person): Promise<Browser>;
    ask(method: 'GET' | Writing, path: string, how?: Asking): Promise<Answer>;
  };
type Asking = { readonly body?: object; readonly headers?: Headers; readonly form?: Buffer };

export type DeskOptions = {
  /** Routes beside those of the areas. */
  readonly routes?: readonly Served[];
  readonly limits?: Partial<Limits>;
  readonly proxies?: readonly string[];
  readonly mail?: Mailer;
  readonly seal?: Seal;
  readonly telephony?: Telephony;
  readonly printer?: Printer;
  readonly insideHosts?: readonly string[];
  /** Another moment of opening, for what a library holds against the real one. */
  readonly opensAt?: Instant;
  /** Who answers reports in the database's place. */
  readonly replica?: Replica;
};

/** Opens a desk; it closes everything at the end of the test. */
export async function openDesk(options: DeskOptions = {}): Promise<TestDesk> {
  const database = await freshDatabase();
  const db = openDb(database.url, { poolSize: 5 });
  let behind = behindBy(options.opensAt ?? tenOnFriday);
  let today = friday;
  const clock = { today: () => today, now: () => momentBehind(behind) };
  const desk: Desk = {
    db,
    clock,
    ...(options.mail ? { mail: options.mail } : {}),
    ...(options.seal ? { seal: options.seal } : {}),
    ...(options.telephony ? { telephony: options.telephony } : {}),
    ...(options.printer ? { printer: options.printer } : {}),
    ...(options.insideHosts ? { insideHosts: options.insideHosts } : {}),
  };
  const listening = keepListening(database.url, 'dunlin_event');
  const app = await buildApp({
    house: makeHouse(desk, options.replica),
    routes: [...routes, ...(options.routes ?? [])],
    listening,
    log: makeLog('silent'),
    version: '0.0.0',
    limits: { signInsPerMinute: 10_000, ...options.limits },
    ...(options.proxies ? { proxies: options.proxies } : {}),
  });
  const ask = asker(app);
  return {
    ...desk,
    app,
    url: database.url,
    listening,
    ask,
    wait: (minutes) => {
      behind -= minutes * 60_000;
    },
    on: (next) => {
      today = day(next);
    },
    company: (code, made) => addCompany(desk, code, made?.demo ?? false),
    account: (companyId, number) => addAccount(desk, companyId, number),
    member: (role, made) => addPerson(desk, [role].flat(), made?.companies ?? []),
    signIn: (person) => signIn(ask, person),
    async [Symbol.asyncDispose]() {
      await app.close();
      await listening.stop();
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function addCompany({ db }: Desk, code: string, demo: boolean): Promise<Id> {
  const companyId = newId();
  const zone = 'America/New_York';
  await db.transaction((tx) =>
    insertCompany(tx, { companyId, code, name: code, baseCurrency: currency('USD'), zone, demo }),
  );
  return companyId;
}

async function addAccount(desk: Desk, companyId: Id, number: string): Promise<Id> {
  const stated = { customerNumber: number, name: `Customer ${number}` };
  const doing = { action: 'customers.ensure', actor, reason: 'for the test', input: stated };
  const outcome = await perform(desk, doing, async (context) =>
    accept(await ensureAccounts(context, companyId, [stated], { source: 'test' })),
  );
  const made = accepted(outcome).answer.get(number);
  if (!made) throw new Error(`no account ${number}`);
  return made.accountId;
}

let hash: Promise<string> | undefined;

async function addPerson(
  desk: Desk,
  roles: readonly Role[],
  companies: readonly string[],
): Promise<Person> {
  hash ??= hashPassword(password);
  const passwordHash = await hash;
  const email = `${newId()}@desk.example`;
  const wish = {
    name: `The ${roles.join(' and ')}`,
    email,
    language: 'en' as const,
    roles,
    companies,
  };
  const doing = { action: 'team.add_member', actor, reason: 'for the test', input: wish };
  const outcome = await perform(desk, doing, async (context) => {
    const added = await addMember(context, wish, 'all');
    if (added.ok) await setPassword(context.tx, added.value.memberId, passwordHash, context.at);
    return added;
  });
  return { memberId: accepted(outcome).answer.memberId, email };
}

function asker(app: FastifyInstance) {
  return async (method: 'GET' | Writing, path: string, how: Asking = {}): Promise<Answer> => {
    const response = await app.inject({
      method,
      url: path,
      headers: { ...how.headers },
      ...(how.body ? { payload: how.body } : {}),
      ...(how.form ? { payload: how.form } : {}),
    });
    const json = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      body: json ? response.json<unknown>() : undefined,
      headers: response.headers,
      text: response.body,
    };
  };
}

async function signIn(ask: TestDesk['ask'], { email }: Person): Promise<Browser> {
  const answer = await ask('POST', '/api/v1/session', { body: { email, password } });
  if (answer.status !== 200) throw new Error(`not signed in: ${answer.text}`);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  // The answer of signing in, which its own test holds to its contract.
  const { csrf } = answer.body as { csrf: string };
  return {
    csrf,
    cookie,
    get: (path, headers) => ask('GET', path, { headers: { cookie, ...headers } }),
    send: (method, path, body, headers) =>
      ask(method, path, {
        headers: { cookie, 'x-csrf-token': csrf, ...headers },
        ...(body ? { body } : {}),
      }),
    drop: async (path, files) => {
      const form = new FormData();
      for (const [name, bytes] of Object.entries(files)) {
        form.append('file', new Blob([Buffer.from(bytes)]), name);
      }
      const request = new Request('http://desk/', { method: 'POST', body: form });
      const type = request.headers.get('content-type') ?? '';
      const headers = { cookie, 'x-csrf-token': csrf, 'content-type': type };
      return ask('POST', path, { headers, form: Buffer.from(await request.arrayBuffer()) });
    },
  };
}
