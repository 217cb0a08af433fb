/**
 * Long arithmetic beside the server: functions of one module are called in a thread of their own,
 * so that nobody waits for an answer while a model is learnt.
 *
 * What goes in and comes out is copied; functions that are called so are pure.
 */
import { Worker } from 'node:worker_threads';

export type OffLoop = AsyncDisposable & {
  /** Calls an exported function of the module by its own name. */
  call<In, Out>(work: (input: In) => Out, input: In): Promise<Out>;
};

type Answer = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown }
);
type Waiting = { done: (value: unknown) => void; failed: (error: unknown) => void };

/**
 * A thread keeps what it works on and makes little beside it; the program's own room for young
 * values (see bin/run.mjs) would be taken a second time.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** Starts the thread; `file` gives its functions to `answerCalls`. */
export function startOffLoop(file: URL): OffLoop {
  // Flags of a test runner or of a debugger are not the thread's.
  const thread = new Worker(file, { execArgv: [], resourceLimits });
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  const failAll = (error: unknown): void => {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  thread.on('message', (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) call?.done(answer.value);
    else call?.failed(answer.error);
  });
  thread.on('error', failAll);
  thread.on('exit', () => failAll(new Error('the thread ended before it answered')));
  return {
    call: <In, Out>(work: (input: In) => Out, input: In) =>
      new Promise<Out>((resolve, reject) => {
        calls += 1;
        // The thread runs this very function, whose type says what it answers.
        const done = resolve as (value: unknown) => void;
        waiting.set(calls, { done, failed: reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window.
        thread.postMessage({ id: calls, name: work.name, input });
      }),
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
