/**
 * One press: a process with a Typst compiler of its own, which makes PDFs while the server goes
 * on answering. It is handed a template's text and the data as JSON, and gives the bytes back.
 *
 * A process and not a thread, because what the compiler has once taken of the memory only comes
 * back when its process ends: after so many papers a new press takes over.
 */
import { compileMarked, compileText } from './compile.ts';

export type PressWork = {
  readonly no: number;
  readonly source: string;
  readonly data: string;
  /** Whether it is asked on which page each part begins. */
  readonly marked: boolean;
  readonly standard: 'a-3b' | null;
};
export type PressDone = {
  readonly no: number;
  /** The most memory that the press has held, in bytes. */
  readonly most: number;
} & (
  | { readonly bytes: Uint8Array; readonly firstPages: readonly number[] }
  | { readonly problem: string }
);

process.on('message', (work: PressWork) => {
  process.send?.(done(work));
});

function done({ no, source, data, marked, standard }: PressWork): PressDone {
  try {
    const made = marked
      ? compileMarked(source, data)
      : { bytes: compileText(source, data, standard ?? undefined), firstPages: [] };
    return { no, most: most(), ...made };
  } catch (error) {
    return { no, most: most(), problem: error instanceof Error ? error.message : String(error) };
  }
}

function most(): number {
  return process.resourceUsage().maxRSS * 1024;
}
