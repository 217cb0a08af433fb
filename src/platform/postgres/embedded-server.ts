/**
 * One run of the PostgreSQL server: started, ready, stopped.
 *
 * The server is a child in a process group of its own, so that a terminal's Ctrl-C reaches
 * the program first, and on Linux it ends with its parent, even after kill -9. The rule:
 * what runs is read from `postmaster.pid`, the server's own note, never guessed.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import net from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commandLineOf, isRunning, runningIn } from '../process/running.ts';
import { under, type Account } from './embedded-account.ts';
import { type Binaries } from './embedded-binaries.ts';
import { cleanEnvironment, type Folder } from './embedded-cluster.ts';

/** A server found on the folder, whoever started it. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

export type Launch = {
  readonly folder: Folder;
  readonly binaries: Binaries;
  readonly account: Account;
  /** Trades safety after a crash of the machine for speed: for tests only. */
  readonly fast: boolean;
};

const megabyte = 1024 * 1024;
const patience = { leftoversMs: 5_000, afterCrashMs: 30_000, fastStopMs: 60_000 };

/** The server that runs on the folder now, also one that is starting or stopping. */
export function findPostmaster(folder: Folder): Postmaster | undefined {
  const note = readLines(path.join(folder.cluster, 'postmaster.pid'));
  const pid = Number(note[0]);
  if (!isRunning({ pid, startedAt: '' })) return undefined;
  // After a crash the number may belong to a stranger, and PostgreSQL would not start.
  const words = commandLineOf(pid);
  if (words && !words.includes(folder.cluster)) {
    rmSync(path.join(folder.cluster, 'postmaster.pid'));
    return undefined;
  }
  return { pid, port: Number(note[3]), ready: note[7]?.trim() === 'ready' };
}

/**
 * Starts the server on `port` (0: any free one) and waits until it takes connections.
 * Throws an Error with the end of its log when it does not start.
 */
export async function launch(
  what: Launch,
  port = 0,
): Promise<{ child: ChildProcess; port: number }> {
  const began = Date.now();
  for (;;) {
    const chosen = port || (await freePort());
    const child = start(what, chosen);
    if (await becomesReady(child, what.folder)) return { child, port: chosen };
    const said = readLines(what.folder.log).slice(-15).join('\n');
    // Processes of a killed server take a moment to notice; a port may be taken meanwhile.
    const mayPass = /still in use|could not bind|lock file .* already exists/u.test(said);
    if (!mayPass || Date.now() - began > patience.afterCrashMs) {
      throw new Error(`The database does not start (${what.folder.log}):\n${said}`);
    }
    if (Date.now() - began > patience.leftoversMs) endLeftovers(what.folder);
    await wait(200);
  }
}

/**
 * Ends what a killed server left behind: on a busy machine its processes can take longer to
 * notice than anybody waits. They work in the folder of the cluster, and no server owns them;
 * whoever else stands in that folder, a shell say, is left alone.
 */
function endLeftovers(folder: Folder): void {
  if (findPostmaster(folder)) return;
  for (const pid of runningIn(realpathSync(folder.cluster))) {
    if (!isServer(pid)) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

/** Its processes are called `…/bin/postgres` or `postgres: what it does`. */
function isServer(pid: number): boolean {
  return /(?:^|\/)postgres(?::|$)/u.test(commandLineOf(pid)?.[0] ?? '');
}

/** Ends the server cleanly: open transactions are rolled back, the rest is written. */
export async function stopChild(child: ChildProcess, { folder, binaries }: Launch): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (process.platform === 'win32') {
    spawnSync(binaries.ctl, ['stop', '-m', 'fast', '-D', folder.cluster]);
  } else {
    child.kill('SIGINT');
  }
  const tooLong = setTimeout(() => child.kill('SIGQUIT'), patience.fastStopMs);
  await ended;
  clearTimeout(tooLong);
}

/** Ends a server whose starter is gone: asks first, insists after a minute. */
export async function stopOrphan(folder: Folder): Promise<void> {
  const began = Date.now();
  for (let found = findPostmaster(folder); found; found = findPostmaster(folder)) {
    const signal = Date.now() - began > patience.fastStopMs ? 'SIGQUIT' : 'SIGINT';
    try {
      process.kill(found.pid, signal);
    } catch {
      // It ended by itself.
    }
    await wait(100);
  }
}

function start({ folder, binaries, account, fast }: Launch, port: number): ChildProcess {
  const [program, args] = under(account, binaries.postgres, [
    '-D',
    folder.cluster,
    '-p',
    String(port),
    ...Object.entries(settings(fast)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  // Made anew, because a former start may have been under another account.
  rmSync(folder.log, { force: true });
  const log = openSync(folder.log, 'a', 0o600);
  const child = spawn(program, args, {
    ...account.identity,
    env: cleanEnvironment,
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32',
  });
  closeSync(log);
  return child;
}

function settings(fast: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: fast ? '128MB' : `${sharedMegabytes()}MB`,
    effective_cache_size: '2GB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    // Containers often give 64 MB of /dev/shm, too little for a parallel query.
    dynamic_shared_memory_type: roomyDevShm() ? 'posix' : 'sysv',
    // Starts, stops and what is fatal; a refused statement is the program's own news.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    ...(fast ? { fsync: 'off', full_page_writes: 'off' } : {}),
  };
}

/** A sixteenth of the memory: enough for the indexes of a large book, little beside the rest. */
function sharedMegabytes(): number {
  return Math.min(1024, Math.max(256, Math.floor(totalmem() / megabyte / 16)));
}

function roomyDevShm(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 512 * megabyte;
  } catch {
    return false;
  }
}

/** False when the server ends before it is ready. Recovery after a crash may take minutes. */
async function becomesReady(child: ChildProcess, folder: Folder): Promise<boolean> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  for (;;) {
    if (failure) throw failure;
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const found = findPostmaster(folder);
    if (found?.ready && found.pid === child.pid) return true;
    await wait(15);
  }
}

/**
 * A free port below those that the system gives to outgoing connections: while a killed server
 * comes back, no connection, least of all one of the program to itself, can sit on its port.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    const server = net.createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      // Somebody has it.
      continue;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n');
  } catch {
    return [];
  }
}
