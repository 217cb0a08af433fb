/** The thread's end of off-loop.ts: calls what it is told to of the functions it was given. */
import { parentPort } from 'node:worker_threads';

type Call = { readonly id: number; readonly name: string; readonly input: unknown };

/** Answers calls from now on; a file that starts a thread does nothing else. */
export function answerCalls(functions: Readonly<Record<string, unknown>>): void {
  const port = parentPort;
  port?.on('message', ({ id, name, input }: Call) => {
    port.postMessage(answer(functions[name], { id, name, input }));
  });
}

function answer(work: unknown, { id, name, input }: Call): object {
  try {
    if (typeof work !== 'function') throw new Error(`the thread has no function ${name}`);
    const value: unknown = work(input);
    return { id, ok: true, value };
  } catch (error) {
    return { id, ok: false, error };
  }
}
