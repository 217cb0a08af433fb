/**
 * Hands over to a script that runs on the pinned Node 26 and ends as it ends.
 *
 * npm starts a shell that starts this program; npm does not pass its own end on, so this
 * program watches its parent when npm started it. Plain JavaScript, see install.mjs.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Seen before anything is installed or built, so that an npm killed meanwhile is noticed. */
const startedBy = ancestors();

/** An import makes millions of short-lived values; more room for them saves a quarter of it. */
const roomForShortLives = ['--max-semi-space-size=64'];
/** Reading a bank's day keeps nothing for long and shall stay small. */
const littleRoom = ['--max-semi-space-size=4', '--optimize-for-size'];

/** Runs `node root/script …args`; this process ends with its exit code or signal. */
export function handOver(node, script, args) {
  const room = args[0] === 'read' ? littleRoom : roomForShortLives;
  const child = spawn(node, [...room, join(root, script), ...args], {
    stdio: 'inherit',
    env: { ...defaults(), ...process.env },
  });
  for (const signal of passedOn) process.on(signal, () => child.kill(signal));
  const watch = watchParent(() => child.kill('SIGTERM'));

  child.once('error', (error) => {
    process.stderr.write(`${node} does not start: ${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    clearInterval(watch);
    if (signal === null) process.exit(code ?? 1);
    for (const name of passedOn) process.removeAllListeners(name);
    process.exitCode = 1;
    process.kill(process.pid, signal);
  });
}

/** Compiled code is kept for a quick start; a log or a pipe gets no colours. */
function defaults() {
  const quickStart = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node') };
  const plain = !process.stdout.isTTY && process.env.FORCE_COLOR === undefined;
  return plain ? { ...quickStart, NO_COLOR: '1' } : quickStart;
}

/** Under npm, calls back once when npm is gone. */
function watchParent(callback) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const timer = setInterval(() => {
    if (ancestors() === startedBy) return;
    clearInterval(timer);
    callback();
  }, 250);
  return timer;
}

/** The parent, and npm behind it when that is a shell that outlives a killed npm (Linux). */
function ancestors() {
  const [, name = '', grandparent] = readStat(`/proc/${process.ppid}/stat`) ?? [];
  return /^(ba|da|a|k|z)?sh$/.test(name) ? `${process.ppid} ${grandparent}` : `${process.ppid}`;
}

function readStat(path) {
  try {
    return /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(path, 'utf8'));
  } catch {
    return null; // Not Linux, or the parent ended this moment.
  }
}
