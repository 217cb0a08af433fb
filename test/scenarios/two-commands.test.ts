/**
 * `npm start` as a stranger meets it: it comes up, is refused a second time, is stopped,
 * is killed, and comes up again with everything that was there.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRunning } from '#platform/process/running.ts';

const root = path.join(import.meta.dirname, '../..');
const data = mkdtempSync(path.join(os.tmpdir(), 'dunlin-start-'));
let port = 0;

beforeAll(async () => {
  port = await freePort();
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Runs a verb as npm does, on the data folder of this test. */
function run(verb: string, ...args: string[]): ChildProcess {
  const { DATABASE_URL: _, ...env } = process.env;
  return spawn(process.execPath, [path.join(root, 'bin/setup.mjs'), verb, ...args], {
    env: {
      ...env,
      DUNLIN_DATA: data,
      DUNLIN_SEED: 'none',
      PORT: String(port),
      npm_lifecycle_event: verb,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function output({ stdout, stderr }: ChildProcess): Promise<string> {
  if (!stdout || !stderr) return '';
  const [out, error] = await Promise.all([text(stdout), text(stderr)]);
  return `${out}${error}`;
}

async function healthy(): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;
  } catch {
    return false;
  }
}

/** Waits until the server answers, and fails with its words when it ends before. */
async function up(child: ChildProcess): Promise<void> {
  const said = output(child);
  while (!(await healthy())) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${await said}`);
    await wait(50);
  }
}

/** The processes that work on the data folder, by the notes they leave in it. */
function workers(): { server: number; database: number } {
  const note: unknown = JSON.parse(readFileSync(path.join(data, 'server.lock'), 'utf8'));
  const server = typeof note === 'object' && note !== null && 'pid' in note ? note.pid : 0;
  const [database] = readFileSync(path.join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
  return { server: Number(server), database: Number(database) };
}

async function gone(...pids: number[]): Promise<void> {
  while (pids.some((pid) => isRunning({ pid, startedAt: '' }))) await wait(50);
}

describe('npm start', { timeout: 120_000 }, () => {
  let starter: ChildProcess;

  test('answers on its port', async () => {
    starter = run('start');
    await up(starter);
    expect(await healthy()).toBe(true);
  });

  test('a second one on the same folder is refused with the address of the first', async () => {
    const second = run('start');
    const [said, [code]] = await Promise.all([output(second), once(second, 'exit')]);
    expect(code).toBe(1);
    expect(said).toContain(`process ${workers().server}, at http://127.0.0.1:${port}`);
    expect(said, 'no stack trace').not.toMatch(/^\s+at /mu);
  });

  test('a command shares its database', async () => {
    const command = run('aging', '--json');
    const [said, [code]] = await Promise.all([output(command), once(command, 'exit')]);
    expect(JSON.parse(said)).toMatchObject({ rows: [], totals: [] });
    expect(code).toBe(0);
    expect(await healthy()).toBe(true);
  });

  test('SIGTERM ends it cleanly, with its database', async () => {
    const { server, database } = workers();
    starter.kill('SIGTERM');
    await once(starter, 'exit');
    expect(starter.exitCode).toBe(0);
    await gone(server, database);
    expect(existsSync(path.join(data, 'server.lock'))).toBe(false);
    expect(existsSync(path.join(data, 'postgres/postmaster.pid'))).toBe(false);
  });

  test('ends with the process that started it', async () => {
    starter = run('start');
    await up(starter);
    const { server, database } = workers();
    starter.kill('SIGKILL');
    await gone(server, database);
    expect(await healthy()).toBe(false);
  });

  test('comes up again after the server was killed', async () => {
    starter = run('start');
    await up(starter);
    const { server, database } = workers();
    process.kill(server, 'SIGKILL');
    await once(starter, 'exit');
    await gone(database);
    starter = run('start');
    await up(starter);
    starter.kill('SIGINT');
    await once(starter, 'exit');
    expect(starter.exitCode).toBe(0);
  });
});
