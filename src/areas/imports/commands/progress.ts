/**
 * How far a long import has come, on standard error: one line that is written over where somebody
 * watches, a plain line every few seconds where the output goes into a file.
 */
import type { CliDesk } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import { words } from '../words.ts';

/** Fewer rows are in before anybody wonders. */
export const manyRows = 5000;
const betweenLinesMs = 5000;

export type Progress = {
  readonly begins: () => void;
  /** So many are in; after the last of them the book is closed up, which takes its time too. */
  readonly rows: (rows: number) => void;
};

export function progressOf(desk: CliDesk, files: number, inAll: number): Progress {
  const said = (code: string, rows: number): string =>
    say(words, code, { rows, all: inAll, files }, desk.language);
  const watched = process.stderr.isTTY;
  let toldAt = Date.now();
  return {
    begins() {
      if (inAll >= manyRows) desk.complain(said('import.cli_taking', 0));
    },
    rows(rows) {
      if (inAll < manyRows) return;
      const isLast = rows >= inAll;
      if (watched) {
        process.stderr.write(`\r${said('import.cli_rows', rows)}${isLast ? '\n' : ''}`);
      } else if (isLast || Date.now() - toldAt >= betweenLinesMs) {
        toldAt = Date.now();
        desk.complain(said('import.cli_rows', rows));
      }
      if (isLast) desk.complain(said('import.cli_closing', rows));
    },
  };
}
