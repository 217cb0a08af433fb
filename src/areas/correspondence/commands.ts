/** The verbs of the correspondence on the command line. */
import type { Command } from '#platform/cli/command.ts';
import { letterCommands } from './commands/letters.ts';

export const correspondenceCommands: readonly Command[] = [...letterCommands];
