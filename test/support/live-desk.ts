/**
 * The whole desk on a port of its own: real server, workers, web app and an invented book.
 *
 *     await using desk = await openLiveDesk(await freshDatabase());
 *     const page = await desk.pageOf(browser, desk.people.manager);
 *     await page.goto(paths.worklist);
 *
 * The rule: one desk for a test file, because starting one costs seconds; a test that changes
 * the book takes an account that no other test looks at. It is Friday morning, at the desk and
 * in the browser.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Day, plusDays } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { accepted, type Actor, perform } from '#platform/action.ts';
import { setPassword } from '#platform/auth/credentials.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import type { Role } from '#platform/auth/roles.ts';
import { readConfig } from '#platform/config/config.ts';
import { makeLog } from '#platform/log.ts';
import { importBook } from '#areas/imports/actions/import-book.ts';
import type { Incoming, IncomingDocument } from '#areas/imports/rules/incoming.ts';
import { addMember } from '#areas/team/index.ts';
import { type Running, type ServerDesk, startServer } from '#server/start.ts';
import { seedDemo } from '#db/seed/demo.ts';
import { inventBook } from '#db/seed/invent-book.ts';
import { behindBy, friday, momentBehind, tenOnFriday } from './friday.ts';

export const password = 'a tall tree by the river';

const root = path.join(import.meta.dirname, '../..');
const actor: Actor = { ref: 'job:test', memberId: null };

export type Person = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
};
export type LivePeople = Readonly<
  Record<'collector' | 'senior' | 'manager' | 'controller' | 'administrator' | 'auditor', Person>
>;

export type LiveDesk = AsyncDisposable & {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly today: Day;
  readonly desk: ServerDesk;
  readonly people: LivePeople;
  /** The people of the demo company, with their roles; empty without it. */
  readonly invented: readonly (Person & { readonly role: string })[];
  /** A page of somebody who is signed in, or of nobody, with its own cookies. */
  pageOf(browser: Browser, person: Person | null, how?: Look): Promise<Page>;
  /** Closes the desk without the `await using`. */
  close(): Promise<void>;
};

export type Look = Omit<BrowserContextOptions, 'baseURL'>;
type Database = AsyncDisposable & { readonly url: string };
export type LiveOptions = {
  /** Default: 60 customers with 900 invoices over two years. Zero: a desk without a book. */
  readonly customers?: number;
  /** The demo company with its people and their portfolios instead. */
  readonly demo?: boolean;
  /** Settings as the environment gives them. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts the desk on a free port of this machine. */
export async function openLiveDesk(
  database: Database,
  { customers = 60, demo = false, env = {} }: LiveOptions = {},
): Promise<LiveDesk> {
  buildWebOnce();
  const behind = behindBy(tenOnFriday);
  const running = await startServer({
    config: {
      ...readConfig(env),
      databaseUrl: database.url,
      port: 0,
      seed: 'none',
      logLevel: 'silent',
    },
    clock: { today: () => friday, now: () => momentBehind(behind) },
    log: makeLog('silent'),
    say: () => undefined,
    firstStart: async () => undefined,
    onLost: (reason) => {
      throw reason;
    },
  });
  const invented = demo ? await seedDemo(running.desk) : [];
  const people = await hire(running.desk);
  if (!demo && customers > 0) await takeBookIn(running.desk, customers);
  if (demo || customers > 0) await listStands(running, people.manager);
  const close = async (): Promise<void> => {
    await running.stop();
    await database[Symbol.asyncDispose]();
  };
  return {
    address: running.address,
    today: running.desk.clock.today(),
    desk: running.desk,
    people,
    invented,
    pageOf: (browser, person, how) => pageOf({ running, behind, browser }, person, how),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** `npm test` has built it already; a single file run by hand may come first. */
function buildWebOnce(): void {
  if (existsSync(path.join(root, 'dist/web/index.html'))) return;
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    // Vitest says `test`, with which React would be built for developing.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`the web app could not be built: ${stderr}`);
}

async function hire(desk: ServerDesk): Promise<LivePeople> {
  const hash = await hashPassword(password);
  const hired = (name: string, role: Role, language: Language = 'en') =>
    hireOne(desk, { name, role, language, hash });
  return {
    collector: await hired('Rosa Delgado', 'collector'),
    senior: await hired('Sam Whitaker', 'senior'),
    manager: await hired('Maya Lindgren', 'manager'),
    controller: await hired('Ines Castro', 'controller', 'es'),
    administrator: await hired('Adam Novak', 'administrator'),
    auditor: await hired('Olga Brandt', 'auditor'),
  };
}

type Hired = { name: string; role: Role; language: Language; hash: string };

async function hireOne(desk: ServerDesk, { name, role, language, hash }: Hired): Promise<Person> {
  const email = `${role}@desk.example`;
  const wish = { name, email, language, roles: [role], companies: [] };
  const doing = { action: 'team.add_member', actor, reason: 'for the test', input: wish };
  const outcome = await perform(desk, doing, async (context) => {
    const added = await addMember(context, wish, 'all');
    if (added.ok) await setPassword(context.tx, added.value.memberId, hash, context.at);
    return added;
  });
  accepted(outcome);
  return { name, email, password };
}

async function takeBookIn(desk: ServerDesk, customers: number): Promise<void> {
  const today = desk.clock.today();
  const days = 730;
  const usd = currency('USD');
  const book = inventBook({
    seed: 11,
    customers,
    invoices: customers * 15,
    from: plusDays(today, -days),
    to: today,
    days,
    company: 'MAIN',
    currency: usd,
  });
  const incoming = { ...book, documents: [...book.documents, ...dueYesterday(book, today)] };
  const rows = [incoming.documents, incoming.payments, incoming.applications];
  const doing = { action: 'imports.take_in', actor, reason: 'for the test', input: null };
  const outcome = await perform(desk, doing, (context) =>
    importBook(
      context,
      {
        kind: 'book',
        source: 'invented',
        files: [],
        incoming,
        rows: rows.reduce((sum, list) => sum + list.length, 0),
        skipped: 0,
        problems: [],
        company: 'MAIN',
        currency: usd,
        acceptGood: false,
      },
      () => undefined,
    ),
  );
  accepted(outcome);
}

/** Three invoices that crossed into their first bucket this morning. */
function dueYesterday({ documents }: Incoming, today: Day): IncomingDocument[] {
  const dueOn = plusDays(today, -1);
  const issuedOn = plusDays(today, -31);
  return documents.slice(0, 3).map((document, index) => ({
    ...document,
    externalId: `CROSSED-${index + 1}`,
    number: `CROSSED-${index + 1}`,
    issuedOn,
    dueOn,
    discountOn: null,
    discount: null,
    dispute: null,
  }));
}

type Screen = { running: Running; behind: number; browser: Browser };

async function pageOf(
  { running, behind, browser }: Screen,
  person: Person | null,
  how: Look = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: running.address,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...how,
  });
  await context.addInitScript(setBack, behind);
  if (person) {
    const data = { email: person.email, password: person.password };
    const answer = await context.request.post('/api/v1/session', { data });
    if (!answer.ok()) throw new Error(`not signed in: ${await answer.text()}`);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** In the browser: its clock shows an earlier moment, and runs on. */
function setBack(milliseconds: number): void {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: ConstructorParameters<typeof RealDate> | []) {
      if (given.length === 0) super(RealDate.now() - milliseconds);
      else super(...given);
    }
    static override now(): number {
      return RealDate.now() - milliseconds;
    }
  } as DateConstructor;
}

/** The workers place the accounts of a new book on the day's list; waits until they have. */
async function listStands({ address }: Running, person: Person): Promise<void> {
  const { email, password: secret } = person;
  const door = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: secret }),
  });
  const cookie = door.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(`${address}/api/v1/worklist?owner=all&limit=1`, {
      headers: { cookie },
    });
    // The route's own tests hold this answer to its contract.
    const { left = 0 } = (await answer.json()) as { left?: number };
    if (left > 0) return;
    if (Date.now() > deadline) throw new Error('the workers did not build the day\u2019s list');
    await new Promise((done) => setTimeout(done, 100));
  }
}
