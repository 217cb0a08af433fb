/**
 * A desk in processes of their own, for tests that kill them: a database with one account and
 * somebody who may post, a server over it, and money posted through HTTP until it is there.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { accepted, type Context, type Desk, perform } from '#platform/action.ts';
import { setPassword } from '#platform/auth/credentials.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import { openDb } from '#platform/postgres/db.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { addMember, insertCompany } from '#areas/team/index.ts';

const root = path.join(import.meta.dirname, '../..');
const poster = { email: 'poster@desk.example', password: 'a tall tree by the river' };

type Settings = Readonly<Record<string, string>>;

/** Starts a program of ours; `said` is what it printed so far. */
export function run(script: string, args: readonly string[], settings: Settings): Program {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [path.join(root, script), ...args], {
    env: { ...env, DUNLIN_SEED: 'none', DUNLIN_TODAY: '2026-11-20', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let complaints = '';
  child.stdout.on('data', (piece) => (out += String(piece)));
  child.stderr.on('data', (piece) => (complaints += String(piece)));
  const ended = once(child, 'close').then(() => child.exitCode);
  return { child, out: () => out, said: () => out + complaints, ended };
}

export type Program = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly said: () => string;
  /** Its exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
};

/** Runs a command to its end; fails the test with its words when it does not end with 0. */
export async function dunlin(settings: Settings, ...args: string[]): Promise<string> {
  const { ended, out, said } = run('src/cli/main.ts', args, settings);
  const code = await ended;
  if (code !== 0) throw new Error(`dunlin ${args[0]} ended with ${code}: ${said()}`);
  return out();
}

/** Makes the company, its only account and the poster; answers the account. */
export async function prepareDesk(url: string): Promise<Id> {
  const db = openDb(url, { poolSize: 1 });
  const now = () => instant(new Date().toISOString());
  const desk: Desk = { db, clock: { today: () => day('2026-11-20'), now } };
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.prepare', actor, reason: 'for the test', input: null };
  const done = await perform(desk, doing, async (context) => {
    const accountId = await makeAccount(context);
    const added = await addPoster(context);
    return added.ok ? accept(accountId) : added;
  });
  await db.close();
  return accepted(done).answer;
}

/** The one whom `signIn` signs in. */
export async function addPoster(context: Context): Promise<Outcome<Id>> {
  const wish = { name: 'The poster', email: poster.email, language: 'en' as const };
  const added = await addMember(context, { ...wish, roles: ['poster'], companies: [] }, 'all');
  if (!added.ok) return added;
  const { memberId } = added.value;
  await setPassword(context.tx, memberId, await hashPassword(poster.password), context.at);
  return accept(memberId);
}

async function makeAccount(context: Context): Promise<Id> {
  const companyId = context.newId();
  const zone = 'America/New_York';
  const base = { baseCurrency: currency('USD'), zone, demo: false };
  await insertCompany(context.tx, { companyId, code: 'MAIN', name: 'Main', ...base });
  const stated = { customerNumber: 'NORTH', name: 'North' };
  const ensured = await ensureAccounts(context, companyId, [stated], { source: 'test' });
  const account = ensured.get('NORTH');
  if (!account) throw new Error('no account was made');
  return account.accountId;
}

export type RunningServer = Program & { readonly address: string };

/** Starts the server and waits until it is ready. */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const program = run('src/server/main.ts', [], settings);
  let code: number | null | undefined;
  void program.ended.then((ended) => (code = ended));
  while (!program.out().includes('Dunlin is ready')) {
    if (code !== undefined) throw new Error(`the server ended with ${code}: ${program.said()}`);
    await wait(20);
  }
  return { ...program, address: /http:\S+/u.exec(program.out())?.[0] ?? '' };
}

export type Poster = {
  /** Posts a dollar under a key; false when no answer came that says it is there. */
  post(accountId: Id, key: string): Promise<boolean>;
  /** Sends anything else under a key; undefined when no answer came. */
  send(path: string, key: string, body: unknown): Promise<Response | undefined>;
};

/** Somebody who signed in and may post cash. */
export async function signIn({ address }: RunningServer): Promise<Poster> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(poster),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  // The answer of signing in, which its own test holds to its contract.
  const { csrf } = (await answer.json()) as { csrf: string };
  const send: Poster['send'] = async (where, key, body) => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-csrf-token': csrf,
      cookie,
    };
    try {
      return await fetch(`${address}${where}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
    } catch {
      return undefined;
    }
  };
  return {
    send,
    async post(accountId, key) {
      const told = await send(`/api/v1/accounts/${accountId}/receipts`, key, {
        amount: '1.00',
        currency: 'USD',
        method: 'check',
        reference: key,
        reason: 'a check in the mail',
      });
      return told?.ok ?? false;
    },
  };
}

/** Sends every posting, some at once; answers the keys that were acknowledged. */
export async function postAll(
  by: Poster,
  accountId: Id,
  all: readonly string[],
): Promise<string[]> {
  const acknowledged = new Set<string>();
  const waiting = [...all];
  const send = async (): Promise<void> => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      if (await by.post(accountId, key)) acknowledged.add(key);
    }
  };
  await Promise.all([send(), send(), send(), send()]);
  return all.filter((key) => acknowledged.has(key));
}

/** The process of the embedded database of a data folder. */
export function postmaster(data: string): number {
  return Number(readFileSync(path.join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}
