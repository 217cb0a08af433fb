/** Every command of the strategies. */
import type { Command } from '#platform/cli/command.ts';
import { documentCommands } from './commands/documents.ts';
import { experimentCommands } from './commands/experiments.ts';
import { lifeCommands } from './commands/life.ts';
import { overlapCommands } from './commands/overlap.ts';

export const strategyCommands: readonly Command[] = [
  ...lifeCommands,
  ...documentCommands,
  ...overlapCommands,
  ...experimentCommands,
];
