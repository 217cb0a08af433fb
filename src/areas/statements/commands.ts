/** The verbs of the area of statements on the command line. */
import type { Command } from '#platform/cli/command.ts';
import { invoiceCommands } from './commands/invoice.ts';
import { runCommands } from './commands/statements.ts';

export const statementCommands: readonly Command[] = [...runCommands, ...invoiceCommands];
