/**
 * Two server processes on one database: who has an account open is seen at both within a second,
 * a lock of one holds at the other, one that is killed lets go by itself, and guesses at a
 * password count together.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Person, type TestDesk, openDesk, password } from '#test/support/http-desk.ts';

const main = path.join(import.meta.dirname, '../../src/server/main.ts');
const data = mkdtempSync(path.join(os.tmpdir(), 'dunlin-pair-'));
const children: ChildProcess[] = [];
let desk: TestDesk;

beforeAll(async () => {
  desk = await openDesk();
}, 30_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await desk[Symbol.asyncDispose]();
  rmSync(data, { recursive: true, force: true });
});

/** A real process; its port is its own. */
async function start(): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      DATABASE_URL: desk.url,
      DUNLIN_DATA: data,
      DUNLIN_SEED: 'none',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => (said += String(piece)));
  }
  await expect.poll(() => said, { timeout: 60_000 }).toContain('Dunlin is ready');
  return { child, address: /http:\S+/u.exec(said)?.[0] ?? '' };
}

type Signed = Awaited<ReturnType<typeof signIn>>;

async function signIn(address: string, { email }: Person) {
  const body = JSON.stringify({ email, password });
  const headers = { 'content-type': 'application/json' };
  const door = await fetch(`${address}/api/v1/session`, { method: 'POST', headers, body });
  const cookie = door.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  // The contract's answer.
  const { csrf } = (await door.json()) as { csrf: string };
  const as = { ...headers, cookie, 'x-csrf-token': csrf };
  return {
    headers: as,
    post: async (at: string, route: string, sent: object = {}) => {
      const how = { method: 'POST', headers: as, body: JSON.stringify(sent) };
      const answer = await fetch(`${at}/api/v1${route}`, how);
      const told: unknown = await answer.json();
      return { status: answer.status, body: told };
    },
    get: async (at: string, route: string) =>
      fetch(`${at}/api/v1${route}`, { headers: as }).then((answer): Promise<unknown> =>
        answer.json(),
      ),
  };
}

/** Collects what a stream of live figures says. */
async function hear(address: string, { headers }: Signed) {
  const stop = new AbortController();
  const heard: string[] = [];
  const answer = await fetch(`${address}/api/v1/events`, { headers, signal: stop.signal });
  const reading = (async () => {
    for await (const piece of answer.body ?? []) heard.push(new TextDecoder().decode(piece));
  })().catch(() => undefined);
  return {
    text: () => heard.join(''),
    close: async () => {
      stop.abort();
      await reading;
    },
  };
}

test(
  'presence and locks hold at both, also when one of them is killed',
  { timeout: 150_000 },
  async () => {
    const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
    const [rosa, manuel] = [await desk.member('collector'), await desk.member('senior')];
    const [one, two] = await Promise.all([start(), start()]);
    const [atOne, atTwo] = [await signIn(one.address, rosa), await signIn(two.address, manuel)];
    const stream = await hear(two.address, atTwo);
    const lock = `/worklist/${accountId}/lock`;

    const began = Date.now();
    expect(await atOne.post(one.address, lock)).toMatchObject({ body: { mine: true } });
    await expect.poll(stream.text, { timeout: 5000, interval: 20 }).toContain('presence');
    expect(Date.now() - began, 'the other process is told at once').toBeLessThan(2000);
    expect(await atTwo.get(two.address, '/presence')).toMatchObject({
      rows: [{ accountId, name: 'The collector' }],
    });
    expect(await atTwo.post(two.address, lock)).toMatchObject({
      body: { mine: false, by: 'The collector' },
    });

    const promise = { amount: '10.00', currency: 'USD', dueOn: '2099-01-01', saidBy: 'Lee' };
    const promised = await atTwo.post(two.address, `/accounts/${accountId}/promises`, promise);
    expect(promised).toMatchObject({
      status: 409,
      body: { code: 'worklist.locked_save', facts: { name: 'The collector' } },
    });
    const done = { result: 'reached' };
    expect(await atTwo.post(two.address, `/worklist/${accountId}/done`, done)).toMatchObject({
      status: 409,
      body: { code: 'worklist.locked' },
    });

    one.child.kill('SIGKILL');
    await once(one.child, 'exit');
    const db = openDb(desk.url, { asOwner: true, poolSize: 1 });
    const { seconds } = await db.one(sql<{ seconds: number }>`
    select extract(epoch from until_at - clock_timestamp())::int as seconds from worklist.lock`);
    expect(seconds, 'what the killed process held is gone within a minute').toBeLessThanOrEqual(60);
    expect(await atTwo.post(two.address, lock)).toMatchObject({ body: { mine: false } });
    // The minute passes.
    await db.run(sql`update worklist.lock set until_at = until_at - interval '61 seconds'`);
    await db.close();
    expect(await atTwo.post(two.address, lock)).toMatchObject({ body: { mine: true } });
    // Rosa's browser finds the other process with the session it has.
    expect(await atOne.post(two.address, lock)).toMatchObject({
      body: { mine: false, by: 'The senior' },
    });
    await stream.close();
  },
);

test(
  'wrong passwords and tries from one address count over both',
  { timeout: 150_000 },
  async () => {
    const person = await desk.member('collector');
    const servers = await Promise.all([start(), start()]);
    const tryAt = async (at: number, secret: string) => {
      const address = servers[at % 2]?.address ?? '';
      const body = JSON.stringify({ email: person.email, password: secret });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${address}/api/v1/session`, { method: 'POST', headers, body })).status;
    };
    for (let guess = 0; guess < 5; guess += 1)
      expect(await tryAt(guess, 'a wrong guess')).toBe(401);
    expect(await tryAt(0, password), 'five wrong guesses closed the door at both').toBe(401);
    expect(await tryAt(1, password)).toBe(401);

    const db = openDb(desk.url, { asOwner: true, poolSize: 1 });
    await db.run(sql`update platform.sign_in_try set tries = 59, started_at = clock_timestamp()`);
    expect(await tryAt(0, 'the sixtieth try')).toBe(401);
    expect(await tryAt(1, 'the next one')).toBe(429);
    expect(await tryAt(0, 'and the next')).toBe(429);
    await db.run(sql`
    update platform.sign_in_try set started_at = started_at - interval '61 seconds'`);
    expect(await tryAt(1, 'a minute later')).toBe(401);
    await db.close();
  },
);
