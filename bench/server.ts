/** The server of a run, in a process of its own, and somebody who is signed in to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Day } from '#kernel/day.ts';
import { accepted, type Desk, perform } from '#platform/action.ts';
import { setPassword } from '#platform/auth/credentials.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import { makeClock } from '#platform/clock.ts';
import { openDb } from '#platform/postgres/db.ts';
import { addMember, memberByEmail } from '#areas/team/index.ts';

const main = path.join(import.meta.dirname, '../src/server/main.ts');
const who = { email: 'manager@bench.example', password: 'a tall tree by the river' };

export type BenchServer = ServerProcess & {
  /** The cookie of a manager who sees everything. */
  readonly cookie: string;
};

export type ServerProcess = AsyncDisposable & {
  readonly address: string;
  readonly child: ChildProcess;
};

/** Starts a server process on a free port. */
export async function spawnServer(url: string, today: Day): Promise<ServerProcess> {
  const env = { DATABASE_URL: url, DUNLIN_TODAY: today, DUNLIN_SEED: 'none', PORT: '0' };
  const child = spawn(process.execPath, [...process.execArgv, main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    child,
    address: await spokenAddress(createInterface(child.stdout)),
    async [Symbol.asyncDispose]() {
      const running = child.exitCode === null && child.signalCode === null;
      if (running && child.kill('SIGTERM')) await once(child, 'exit');
    },
  };
}

/** Starts a server process and signs a manager in. */
export async function startBenchServer(url: string, today: Day): Promise<BenchServer> {
  await hireManager(url, today);
  const server = await spawnServer(url, today);
  return { ...server, cookie: await signIn(server.address) };
}

async function spokenAddress(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = /http:\/\/\S+/u.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('the server ended before it was ready');
}

async function hireManager(url: string, today: Day): Promise<void> {
  const db = openDb(url, { poolSize: 1 });
  if (await memberByEmail(db, who.email)) {
    // A data folder that was measured before.
    await db.close();
    return;
  }
  const desk: Desk = { db, clock: makeClock({ today, zone: 'America/New_York' }) };
  const actor = { ref: 'job:bench', memberId: null };
  const wish = { name: 'Bench Manager', email: who.email, roles: ['manager'], companies: [] };
  const doing = { action: 'team.add_member', actor, reason: 'for the bench', input: null };
  const hash = await hashPassword(who.password);
  const outcome = await perform(desk, doing, async (context) => {
    const added = await addMember(context, { ...wish, language: 'en' }, 'all');
    if (added.ok) await setPassword(context.tx, added.value.memberId, hash, context.at);
    return added;
  });
  accepted(outcome);
  await db.close();
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(who),
  });
  if (!answer.ok) throw new Error(`not signed in: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
