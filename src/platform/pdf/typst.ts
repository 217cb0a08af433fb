/**
 * Makes PDFs from Typst templates: tagged, with our own font, the same bytes for the same input.
 *
 * A template is a `.typ` file beside the area that owns it; it gets its data as JSON and so
 * holds layout only. Text from outside stays data: a name is never read as Typst.
 */
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Marked, compileMarked, compileText } from './compile.ts';
import type { PressDone, PressWork } from './press.ts';

/** The sheet that all letters share: margins, letterhead, the window of the envelope. */
const letterhead = path.join(import.meta.dirname, 'letterhead.typ');

/** More wait for each other: the compiler keeps one memory for all threads of a process. */
const mostPresses = 1;

/**
 * Renders the template with `sys.inputs.data` set to the JSON of `data`.
 * Throws when the template does not compile, naming Typst's own message.
 */
export async function renderPdf(template: string, data: unknown): Promise<Uint8Array> {
  return compileText(await readFile(template, 'utf8'), JSON.stringify(data));
}

/** Renders one document that begins with the letterhead sheet, as PDF/A-3 where it is wanted. */
export async function renderLetter(
  template: string,
  data: unknown,
  standard?: 'a-3b',
): Promise<Uint8Array> {
  return compileText(await sourceOf(template), JSON.stringify(data), standard);
}

/**
 * Renders many such documents beside the server's own thread, in their order. The memory stays
 * flat: no more than a few are on the presses at once.
 */
export async function renderLetters(
  template: string,
  all: readonly unknown[],
): Promise<Uint8Array[]> {
  const source = await sourceOf(template);
  const made: Uint8Array[] = [];
  const waiting = all.entries();
  const presses = Math.min(mostPresses, os.availableParallelism(), all.length);
  await Promise.all(
    Array.from({ length: presses }, async (_, press) => {
      // Taken from one iterator by all presses, so that none waits for another.
      for (const [index, data] of waiting) {
        made[index] = await print(press, source, JSON.stringify(data));
      }
    }),
  );
  return made;
}

/** One file of many parts on the letterhead sheet, and on which page each begins. */
export async function renderMarked(template: string, data: unknown): Promise<Marked> {
  return compileMarked(await sourceOf(template), JSON.stringify(data));
}

async function sourceOf(template: string): Promise<string> {
  const [sheet, own] = await Promise.all([letterhead, template].map((at) => readFile(at, 'utf8')));
  return `${sheet}\n${own}`;
}

type Press = {
  readonly worker: Worker;
  readonly waiting: Map<number, { done(bytes: Uint8Array): void; fail(error: Error): void }>;
};

const presses: (Press | undefined)[] = [];
let works = 0;

function print(press: number, source: string, data: string): Promise<Uint8Array> {
  const { worker, waiting } = (presses[press] ??= startPress(press));
  const no = (works += 1);
  return new Promise((done, fail) => {
    waiting.set(no, { done, fail });
    worker.ref();
    worker.postMessage({ no, source, data } satisfies PressWork, []);
  });
}

function startPress(press: number): Press {
  const worker = new Worker(new URL('press.ts', import.meta.url));
  const waiting: Press['waiting'] = new Map();
  const end = (error: Error): void => {
    presses[press] = undefined;
    for (const { fail } of waiting.values()) fail(error);
  };
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the press ended with ${code}`)));
  worker.on('message', (done: PressDone) => {
    const one = waiting.get(done.no);
    waiting.delete(done.no);
    // An idle press holds no process open.
    if (waiting.size === 0) worker.unref();
    if ('bytes' in done) one?.done(done.bytes);
    else one?.fail(new Error(done.problem));
  });
  return { worker, waiting };
}
