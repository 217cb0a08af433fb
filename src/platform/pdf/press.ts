/**
 * One press: a thread with a Typst compiler of its own, which makes PDFs while the server goes on
 * answering. It is handed a template's text and the data as JSON, and gives the bytes back.
 */
import { parentPort } from 'node:worker_threads';
import { compileText } from './compile.ts';

export type PressWork = { readonly no: number; readonly source: string; readonly data: string };
export type PressDone =
  | { readonly no: number; readonly bytes: Uint8Array }
  | { readonly no: number; readonly problem: string };

parentPort?.on('message', ({ no, source, data }: PressWork) => {
  parentPort?.postMessage(done(no, source, data), []);
});

function done(no: number, source: string, data: string): PressDone {
  try {
    return { no, bytes: compileText(source, data) };
  } catch (error) {
    return { no, problem: error instanceof Error ? error.message : String(error) };
  }
}
