/** Every command of the desk, in the order that `dunlin help` lists them. */
import { reportCommands } from '#areas/reports/commands.ts';
import type { Command } from '#platform/cli/command.ts';
import { vectorsCommand } from './vectors/command.ts';

export const commands: readonly Command[] = [...reportCommands, vectorsCommand];
