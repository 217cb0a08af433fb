/**
 * A lock that is a file: it names the process that holds it.
 *
 * A holder that was killed leaves its file behind; the next one sees that the process no
 * longer runs and takes the lock over. The rule: ask `isRunning`, never the file's age.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning, thisProcess, type Running } from './running.ts';

export type Holder = Running & {
  /** What the holder wants others to know, such as its address. */
  readonly note: string;
};

/** Gives a lock back; harmless when it is no longer ours. */
export type Release = () => void;

/** Takes the lock, or answers who holds it. */
export function takeLock(path: string, note = ''): Release | Holder {
  const mine = JSON.stringify({ ...thisProcess(), note } satisfies Holder);
  for (;;) {
    if (createWhole(path, mine)) {
      return () => {
        if (readText(path) === mine) rmSync(path, { force: true });
      };
    }
    const text = readText(path);
    const holder = readHolder(text);
    if (holder && isRunning(holder)) return holder;
    removeStale(path, text);
  }
}

/** Takes the lock as soon as its holder gives it back or ends. */
export async function waitForLock(path: string): Promise<Release> {
  for (;;) {
    const outcome = takeLock(path);
    if (typeof outcome === 'function') return outcome;
    await wait(50);
  }
}

/** Who holds the lock now, if anybody who still runs. */
export function lockHolder(path: string): Holder | undefined {
  const holder = readHolder(readText(path));
  return holder && isRunning(holder) ? holder : undefined;
}

/** Creates the file with its text in one step, so that nobody reads half; false if it exists. */
function createWhole(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Two may find the same stale file; the second must not remove what the first has just
 * written. So the file is moved aside first, and put back when it is not the stale one.
 */
function removeStale(path: string, staleText: string): void {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
  } catch {
    return; // Somebody else was faster.
  }
  if (readText(aside) === staleText) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function readHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, startedAt, note } = value as Record<string, unknown>; // An object has keys.
    return typeof pid === 'number' && typeof startedAt === 'string' && typeof note === 'string'
      ? { pid, startedAt, note }
      : undefined;
  } catch {
    return undefined; // Torn by a crash of the machine: nobody holds it.
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
