/** `dunlin predict`: when the open invoices will be paid. */
import type { Command } from '#platform/cli/command.ts';
import { predictBookCommand } from './commands/predict-book.ts';
import { predictKnownCommand } from './commands/predict-known.ts';

export const forecastCommands: readonly Command[] = [predictKnownCommand, predictBookCommand];
