/**
 * Ctrl-C while a book is taken in: nothing of it is kept, and the command says so.
 *
 * Said only before anything is committed: the connection ends with the program, and the
 * database takes the open transaction back. From the commit on Ctrl-C says nothing.
 */
import type { Terminal } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import { words } from '../words.ts';

/** What a shell expects of a program that was interrupted. */
const interrupted = 130;

export async function whileStoppable<T>(terminal: Terminal, work: () => Promise<T>): Promise<T> {
  const stop = (): void => {
    terminal.complain(say(words, 'import.cli_stopped', {}, terminal.language));
    process.exit(interrupted);
  };
  process.once('SIGINT', stop);
  try {
    return await work();
  } finally {
    process.off('SIGINT', stop);
  }
}
