/** `dunlin predict` and `dunlin forecast …`: when invoices will be paid, and the cash of weeks. */
import type { Command } from '#platform/cli/command.ts';
import { accuracyCommand } from './commands/accuracy.ts';
import { alertsCommand } from './commands/alerts.ts';
import { cashCommand } from './commands/cash.ts';
import { predictBookCommand } from './commands/predict-book.ts';
import { predictKnownCommand } from './commands/predict-known.ts';
import { cancelCommand, runCommand } from './commands/run.ts';

export const forecastCommands: readonly Command[] = [
  predictKnownCommand,
  predictBookCommand,
  runCommand,
  cancelCommand,
  cashCommand,
  accuracyCommand,
  alertsCommand,
];
