/** The verbs of the correspondence on the command line. */
import type { Command } from '#platform/cli/command.ts';
import { callCommands } from './commands/calls.ts';
import { letterCommands } from './commands/letters.ts';
import { messageCommands } from './commands/messages.ts';
import { mailCommands } from './commands/mail.ts';

export const correspondenceCommands: readonly Command[] = [
  ...callCommands,
  ...letterCommands,
  ...mailCommands,
  ...messageCommands,
];
