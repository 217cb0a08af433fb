/**
 * A running process, told apart from a later one that was given the same number.
 *
 * Numbers are reused, after a restart of the machine or container even at once; so a note
 * about a process also holds when it started. Linux says that in /proc; elsewhere the
 * number alone must do.
 */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

export type Running = {
  readonly pid: number;
  /** Boot and clock tick of its start; empty where the system does not say. */
  readonly startedAt: string;
};

/** This process. */
export function thisProcess(): Running {
  return { pid: process.pid, startedAt: startOf(process.pid) };
}

/** Does that very process still run? One that has ended but is not yet reaped does not. */
export function isRunning({ pid, startedAt }: Running): boolean {
  if (!exists(pid) || statOf(pid).state === 'Z') return false;
  const now = startOf(pid);
  return startedAt === '' || now === '' || now === startedAt;
}

/** The words of a process's command line; undefined where the system does not say. */
export function commandLineOf(pid: number): string[] | undefined {
  const text = readProc(`/proc/${pid}/cmdline`);
  return text === '' ? undefined : text.split('\0');
}

/** The processes that work in a folder, by /proc; none where the system does not say. */
export function runningIn(folder: string): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && worksIn(pid, folder));
  } catch {
    return [];
  }
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder && isRunning({ pid, startedAt: '' });
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return false;
  }
}

function exists(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function startOf(pid: number): string {
  const { startTick } = statOf(pid);
  return startTick === ''
    ? ''
    : `${readProc('/proc/sys/kernel/random/boot_id').trim()}/${startTick}`;
}

/** Fields 3 (state) and 22 (start) of proc_pid_stat(5); field 2, the name, may hold spaces. */
function statOf(pid: number): { state: string; startTick: string } {
  const text = readProc(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startTick: fields[19] ?? '' };
}

function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
