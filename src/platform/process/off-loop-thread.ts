/** The thread's end of off-loop.ts: imports the module and calls what it is told to. */
import { parentPort, workerData } from 'node:worker_threads';

type Call = { readonly id: number; readonly name: string; readonly input: unknown };

const exported: Record<string, unknown> = await import(String(workerData));

parentPort?.on('message', ({ id, name, input }: Call) => {
  try {
    const work = exported[name];
    if (typeof work !== 'function') throw new Error(`the module has no function ${name}`);
    const value: unknown = work(input);
    parentPort?.postMessage({ id, ok: true, value });
  } catch (error) {
    parentPort?.postMessage({ id, ok: false, error });
  }
});
