/** What the command line asks of the cash desk. */
import type { Command } from '#platform/cli/command.ts';
import { closeDayCommand } from './commands/close-day.ts';
import { depositCommand } from './commands/deposit.ts';
import { matchCommand } from './commands/match.ts';
import { matchSetCommand } from './commands/match-set.ts';
import { paymentsCommand } from './commands/payments.ts';
import { postingFileCommand } from './commands/posting-file.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { splitCommand } from './commands/split.ts';
import { variancesCommand } from './commands/variances.ts';

export const cashCommands: readonly Command[] = [
  closeDayCommand,
  reconcileCommand,
  depositCommand,
  matchCommand,
  splitCommand,
  variancesCommand,
  matchSetCommand,
  postingFileCommand,
  paymentsCommand,
];
