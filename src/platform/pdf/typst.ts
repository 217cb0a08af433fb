/**
 * Makes PDFs from Typst templates: tagged, with our own font, the same bytes for the same input.
 *
 * A template is a `.typ` file beside the area that owns it; it gets its data as JSON and so
 * holds layout only. Text from outside stays data: a name is never read as Typst. Everything is
 * made on a press, a process beside this one, so that thousands of papers leave no memory here.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Marked } from './compile.ts';
import type { PressDone, PressWork } from './press.ts';

/** The sheet that all letters share: margins, letterhead, the window of the envelope. */
const letterhead = path.join(import.meta.dirname, 'letterhead.typ');

/** After so many papers a press is replaced: its compiler never gives memory back by itself. */
const papersOfAPress = 100;

/** What the script part of a press may hold; the compiler's own memory is outside of it. */
const pressOptions = ['--max-old-space-size=64', '--max-semi-space-size=2'];

/**
 * Renders the template with `sys.inputs.data` set to the JSON of `data`.
 * Throws when the template does not compile, naming Typst's own message.
 */
export async function renderPdf(template: string, data: unknown): Promise<Uint8Array> {
  const source = await readFile(template, 'utf8');
  return (await print({ source, data: JSON.stringify(data) })).bytes;
}

/** Renders one document that begins with the letterhead sheet, as PDF/A-3 where it is wanted. */
export async function renderLetter(
  template: string,
  data: unknown,
  standard?: 'a-3b',
): Promise<Uint8Array> {
  const source = await sourceOf(template);
  const order = { source, data: JSON.stringify(data), ...(standard ? { standard } : {}) };
  return (await print(order)).bytes;
}

/** Renders many such documents, one after the other, in their order. */
export async function renderLetters(
  template: string,
  all: readonly unknown[],
): Promise<Uint8Array[]> {
  const source = await sourceOf(template);
  const made: Uint8Array[] = [];
  for (const data of all) {
    made.push((await print({ source, data: JSON.stringify(data) })).bytes);
  }
  return made;
}

/** One file of many parts on the letterhead sheet, and on which page each begins. */
export async function renderMarked(template: string, data: unknown): Promise<Marked> {
  return print({ source: await sourceOf(template), data: JSON.stringify(data), marked: true });
}

async function sourceOf(template: string): Promise<string> {
  const [sheet, own] = await Promise.all([letterhead, template].map((at) => readFile(at, 'utf8')));
  return `${sheet}\n${own}`;
}

type Order = Pick<PressWork, 'source' | 'data'> & {
  readonly marked?: boolean;
  readonly standard?: 'a-3b';
};
type Waiting = { done(made: Marked): void; fail(error: Error): void };
type Press = {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Waiting>;
  papers: number;
};

let press: Press | undefined;
let works = 0;
let most = 0;

/** The most memory that any press has held, in bytes. */
export function largestPress(): number {
  return most;
}

function print({ source, data, marked = false, standard }: Order): Promise<Marked> {
  if (press !== undefined && press.papers >= papersOfAPress && press.waiting.size === 0) {
    press.child.disconnect();
    press = undefined;
  }
  const { child, waiting } = count((press ??= startPress()));
  const no = (works += 1);
  return new Promise((done, fail) => {
    waiting.set(no, { done, fail });
    child.ref();
    child.channel?.ref();
    child.send({ no, source, data, marked, standard: standard ?? null } satisfies PressWork);
  });
}

function count(one: Press): Press {
  one.papers += 1;
  return one;
}

function startPress(): Press {
  const child = fork(new URL('press.ts', import.meta.url), {
    execArgv: pressOptions,
    // One arena of memory: several would each keep what they once held.
    env: { ...process.env, MALLOC_ARENA_MAX: '1' },
    // Bytes travel as bytes.
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const one: Press = { child, waiting: new Map(), papers: 0 };
  const end = (error: Error): void => {
    if (press === one) press = undefined;
    for (const { fail } of one.waiting.values()) fail(error);
    one.waiting.clear();
  };
  child.on('error', end);
  child.on('exit', (code) => end(new Error(`the press ended with ${code ?? 'a signal'}`)));
  child.on('message', (done: PressDone) => take(one, done));
  return one;
}

function take({ child, waiting }: Press, done: PressDone): void {
  const asked = waiting.get(done.no);
  waiting.delete(done.no);
  most = Math.max(most, done.most);
  // An idle press holds no process open.
  if (waiting.size === 0) {
    child.unref();
    child.channel?.unref();
  }
  if ('bytes' in done) asked?.done({ bytes: done.bytes, firstPages: done.firstPages });
  else asked?.fail(new Error(done.problem));
}
