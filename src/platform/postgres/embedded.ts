/**
 * The embedded database: a real PostgreSQL from npm, for whoever sets no DATABASE_URL.
 *
 *   the first process  ──starts──▶ server ◀──shares── others: commands beside the program
 *   it stops           ──────────▶ server stops; a command waits for its guests first
 *   it is killed       ──────────▶ server stops by itself (Linux) or is stopped by the next
 *   the server dies    ──────────▶ its starter starts it again on the same port
 *
 * The rule: who starts, stops or joins holds `postgres.starting`, so that nobody joins a
 * server that is about to stop. Call this from the main thread only: Linux ends the server
 * with the thread that started it.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockHolder, takeLock, waitForLock, type Release } from '../process/lock-file.ts';
import { chooseAccount } from './embedded-account.ts';
import { findBinaries } from './embedded-binaries.ts';
import { createCluster, openFolder, urlOf, type Folder } from './embedded-cluster.ts';
import { findPostmaster, launch, stopChild, stopOrphan, type Launch } from './embedded-server.ts';

export type EmbeddedOptions = {
  /** For tests: a crash of the machine may lose everything. */
  readonly fast?: boolean;
  /**
   * For the program that serves others: it never depends on a server that a command
   * started, but waits until that command is done.
   */
  readonly alone?: boolean;
  /** Hears why a start takes long. */
  readonly say?: (line: string) => void;
  /** For tests that kill it often: so many deaths within a minute are no reason to give up. */
  readonly mostRestarts?: number;
  /** Hears that the server died and did not start again; the program should end. */
  readonly onLost?: (reason: Error) => void;
};

export type Embedded = {
  /** Of the owner: migrations may run with it. */
  readonly url: string;
  /** Stops the server, or leaves it when another process started it. */
  stop(): Promise<void>;
};

const restarts = { most: 3, withinMs: 60_000 };

/**
 * Starts the database of the data folder, or joins the one that runs on it.
 * Throws an Error whose message says what to do where PostgreSQL cannot run.
 */
export async function startEmbedded(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<Embedded> {
  const folder = openFolder(dataDir);
  let told = false;
  for (;;) {
    const release = await waitForLock(folder.starting);
    try {
      const owner = lockHolder(folder.owner);
      if (!owner) return await startOwn(folder, options);
      const server = findPostmaster(folder);
      if (server?.ready && !options.alone) return join(folder, server.port);
      if (!told && options.alone) {
        options.say?.(`Waiting for the command that uses the database (process ${owner.pid}) …`);
        told = true;
      }
    } finally {
      release();
    }
    // Its owner is starting it again, is stopping it, or must finish first.
    await wait(100);
  }
}

async function startOwn(folder: Folder, options: EmbeddedOptions): Promise<Embedded> {
  await stopOrphan(folder);
  const binaries = findBinaries();
  const account = chooseAccount(binaries.postgres, folder.dataDir, folder.cluster);
  const fast = options.fast ?? false;
  createCluster(folder, binaries, account, fast);

  const disown = takeLock(folder.owner);
  if (typeof disown !== 'function') throw new Error(`process ${disown.pid} started it as well`);
  try {
    const what: Launch = { folder, binaries, account, fast };
    const { child, port } = await launch(what);
    const keeper = keepAlive(what, child, port, options);
    return {
      url: urlOf(folder, port),
      stop: () => stopOwn(folder, keeper, disown, options.alone ?? false),
    };
  } catch (error) {
    disown();
    throw error;
  }
}

async function stopOwn(
  folder: Folder,
  keeper: { stop(): Promise<void> },
  disown: Release,
  urgent: boolean,
): Promise<void> {
  for (;;) {
    const release = await waitForLock(folder.starting);
    try {
      if (urgent || guestsIn(folder) === 0) {
        await keeper.stop();
        disown();
        return;
      }
    } finally {
      release();
    }
    await wait(100);
  }
}

/** Starts the server again when it dies while it should not, unless it keeps dying. */
function keepAlive(
  what: Launch,
  first: ChildProcess,
  port: number,
  { onLost, mostRestarts = restarts.most }: EmbeddedOptions,
): { stop(): Promise<void> } {
  let stopping = false;
  let current = Promise.resolve(first);
  const deaths: number[] = [];

  const watch = (child: ChildProcess): void => {
    child.once('exit', () => {
      if (stopping) return;
      deaths.push(Date.now());
      const recent = deaths.filter((at) => Date.now() - at < restarts.withinMs).length;
      if (recent > mostRestarts) {
        onLost?.(new Error(`The database keeps ending; ${what.folder.log} says why.`));
        return;
      }
      current = launch(what, port).then((again) => {
        watch(again.child);
        return again.child;
      });
      current.catch((reason: unknown) => {
        if (!stopping) onLost?.(reason instanceof Error ? reason : new Error(String(reason)));
      });
    });
  };
  watch(first);

  return {
    async stop() {
      stopping = true;
      const child = await current.catch(() => undefined);
      if (child) await stopChild(child, what);
    },
  };
}

/** Uses the server that another process started, and lets that process know. */
function join(folder: Folder, port: number): Embedded {
  mkdirSync(folder.guests, { recursive: true });
  const leave = takeLock(path.join(folder.guests, String(process.pid)));
  return {
    url: urlOf(folder, port),
    async stop() {
      if (typeof leave === 'function') leave();
    },
  };
}

/** How many other processes use the server now; the notes of ended ones are cleared away. */
function guestsIn(folder: Folder): number {
  mkdirSync(folder.guests, { recursive: true });
  return readdirSync(folder.guests).filter((name) => {
    const note = path.join(folder.guests, name);
    if (lockHolder(note)) return true;
    rmSync(note, { force: true });
    return false;
  }).length;
}
