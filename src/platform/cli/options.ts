/** Reads the arguments of a command, by node's own parser, with errors that name the remedy. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Day, parseDay } from '#kernel/day.ts';
import { type Instant, parseInstant } from '#kernel/instant.ts';
import { WrongUsage } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The three ways every command can print. */
export const formatOptions = {
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
} as const satisfies Options;

/** Parses or throws WrongUsage. */
export function readArguments<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** Parses the options of a command that takes nothing else, or throws WrongUsage. */
export function readOptions<O extends Options>(args: readonly string[], options: O) {
  const read = readArguments(args, options);
  const [extra] = read.positionals;
  if (extra !== undefined) throw new WrongUsage(`"${extra}" is one argument too many`);
  return read.values;
}

/** A day option, or undefined when it is not given. */
export function dayOption(name: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const parsed = parseDay(text);
  if (!parsed) throw new WrongUsage(`--${name} takes a day such as 2026-09-30, not "${text}"`);
  return parsed;
}

/** A moment option; a day stands for its last microsecond. */
export function instantOption(name: string, text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const parsed = parseInstant(parseDay(text) ? `${text}T23:59:59.999999Z` : text);
  if (!parsed) {
    throw new WrongUsage(`--${name} takes a moment such as 2026-09-30T18:00:00Z, not "${text}"`);
  }
  return parsed;
}

/** One of a few words, or undefined when it is not given. */
export function choiceOption<C extends string>(
  name: string,
  text: string | undefined,
  choices: readonly C[],
): C | undefined {
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (!found) throw new WrongUsage(`--${name} takes ${choices.join(', ')}; not "${text}"`);
  return found;
}
