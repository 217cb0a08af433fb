/** The embedded database with real processes, kills and restarts. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { isRunning } from '../process/running.ts';
import { startEmbedded } from './embedded.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'dunlin-embedded-'));
const folder = (name: string): string => path.join(home, name);
const postmaster = (name: string): number =>
  Number(readFileSync(path.join(folder(name), 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

afterAll(() => rmSync(home, { recursive: true, force: true }));

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

/** Asks until the answer comes, for a server that is being started again. */
async function askPatiently(url: string, statement: string): Promise<unknown[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask(url, statement);
    } catch (error) {
      if (attempt > 100) throw error;
      await wait(50);
    }
  }
}

/** Another process that starts or joins the database, and stops it when it is told to. */
async function another(
  name: string,
  options: { alone?: boolean } = {},
): Promise<{ process: ChildProcess; url: string; stop(): Promise<void> }> {
  const script = `
    import { startEmbedded } from '${path.join(import.meta.dirname, 'embedded.ts')}';
    const options = ${JSON.stringify({ fast: true, ...options })};
    const { url, stop } = await startEmbedded('${folder(name)}', options);
    process.once('SIGTERM', () => stop().then(() => process.exit(0)));
    console.log(url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface(child.stdout), 'line');
  return {
    process: child,
    url: String(url),
    async stop() {
      if (child.kill('SIGTERM')) await once(child, 'exit');
    },
  };
}

describe('the embedded database', () => {
  test('keeps its data over a restart', async () => {
    const first = await startEmbedded(folder('restart'), { fast: true });
    await ask(first.url, 'create table kept as select 1 as n');
    await first.stop();
    const second = await startEmbedded(folder('restart'), { fast: true });
    expect(await ask(second.url, 'select n from kept')).toEqual([1]);
    await second.stop();
  });

  test('is shared by a second process, which leaves it running', async () => {
    const owner = await another('shared', { alone: true });
    const guest = await startEmbedded(folder('shared'));
    expect(guest.url).toBe(owner.url);
    await guest.stop();
    expect(await ask(owner.url, 'select 1')).toEqual([1]);
    await owner.stop();
  });

  test('of a command runs until the last command that shares it is done', async () => {
    const owner = await another('commands');
    const guest = await startEmbedded(folder('commands'));
    const ended = owner.stop();
    await wait(300);
    expect(await ask(guest.url, 'select 1')).toEqual([1]);
    await guest.stop();
    await ended;
  });

  test('of a command is not joined by the program, which waits and starts its own', async () => {
    const command = await another('program');
    const lines: string[] = [];
    const program = startEmbedded(folder('program'), {
      fast: true,
      alone: true,
      say: (line) => lines.push(line),
    });
    await wait(300);
    await command.stop();
    const { url, stop } = await program;
    expect(lines).toEqual([expect.stringContaining(`process ${command.process.pid}`)]);
    expect(await ask(url, 'select 1')).toEqual([1]);
    await stop();
  });

  test('is whole again after the program was killed, and no server is left behind', async () => {
    const program = await another('killed', { alone: true });
    await ask(program.url, 'create table kept as select 1 as n');
    const server = postmaster('killed');
    program.process.kill('SIGKILL');
    const next = await startEmbedded(folder('killed'), { fast: true, alone: true });
    expect(isRunning({ pid: server, startedAt: '' })).toBe(false);
    expect(await ask(next.url, 'select n from kept')).toEqual([1]);
    await next.stop();
  });

  test('comes back by itself at the same address when its server is killed', async () => {
    const { url, stop } = await startEmbedded(folder('revived'), { fast: true });
    await ask(url, 'create table kept as select 1 as n');
    process.kill(postmaster('revived'), 'SIGKILL');
    await wait(50);
    expect(await askPatiently(url, 'select n from kept')).toEqual([1]);
    await stop();
  });

  test('comes back although a process of the killed server hangs', async () => {
    const { url, stop } = await startEmbedded(folder('hung'), { fast: true });
    const hung = new pg.Client({ connectionString: url });
    hung.on('error', () => undefined);
    await hung.connect();
    const { rows } = await hung.query<{ pid: number }>('select pg_backend_pid() as pid');
    const pid = rows[0]?.pid ?? 0;
    const bystander = spawn('sleep', ['600'], { cwd: path.join(folder('hung'), 'postgres') });
    process.kill(pid, 'SIGSTOP');
    process.kill(postmaster('hung'), 'SIGKILL');
    // It holds the memory that the next server needs, and takes no part in anything any more.
    await expect.poll(() => isRunning({ pid, startedAt: '' })).toBe(false);
    expect(await askPatiently(url, 'select 1')).toEqual([1]);
    expect(bystander.exitCode ?? bystander.signalCode).toBe(null);
    bystander.kill();
    await stop();
  });

  test('starts beside a note of a server whose number now belongs to a stranger', async () => {
    const first = await startEmbedded(folder('stranger'), { fast: true });
    await first.stop();
    const note = [process.pid, folder('stranger'), 0, 5432, '', '127.0.0.1', '', 'ready', ''];
    writeFileSync(path.join(folder('stranger'), 'postgres/postmaster.pid'), note.join('\n'));
    const second = await startEmbedded(folder('stranger'), { fast: true });
    expect(await ask(second.url, 'select 1')).toEqual([1]);
    await second.stop();
  });

  test('is made anew when a crash interrupted its making', async () => {
    mkdirSync(path.join(folder('torn'), 'postgres.new', 'base'), { recursive: true });
    const { url, stop } = await startEmbedded(folder('torn'), { fast: true });
    expect(await ask(url, 'select 1')).toEqual([1]);
    await stop();
  });

  test('has the extensions that the program needs', async () => {
    const { url, stop } = await startEmbedded(folder('extensions'), { fast: true });
    const wanted = `'pg_trgm', 'citext', 'btree_gist', 'unaccent'`;
    const found = await ask(
      url,
      `select count(*)::int from pg_available_extensions where name in (${wanted})`,
    );
    expect(found).toEqual([4]);
    await stop();
  });
});
