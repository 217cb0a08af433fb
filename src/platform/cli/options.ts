/** Reads the arguments of a command, by node's own parser, with errors that name the remedy. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Day, parseDay } from '#kernel/day.ts';
import { type Instant, parseInstant } from '#kernel/instant.ts';
import { type Currency, parseCurrency } from '#kernel/money.ts';
import type { Phrase } from '#kernel/words.ts';
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
    throw new WrongUsage(unfit(error, options));
  }
}

/** What node's parser found, in our words: it names the option first, between quotes. */
function unfit(error: unknown, options: Options): Phrase | string {
  const message = error instanceof Error ? error.message : String(error);
  const dashed = /'(-[^ '=]+)/u.exec(message)?.[1];
  if (dashed === undefined) return message;
  const known = options[dashed.replace(/^-+/u, '')];
  if (known === undefined) {
    return { en: `there is no option ${dashed}`, es: `no hay ninguna opción ${dashed}` };
  }
  return known.type === 'boolean'
    ? { en: `${dashed} takes no value`, es: `${dashed} no lleva ningún valor` }
    : { en: `${dashed} takes a value`, es: `${dashed} necesita un valor` };
}

/** Parses the options of a command that takes nothing else, or throws WrongUsage. */
export function readOptions<O extends Options>(args: readonly string[], options: O) {
  const read = readArguments(args, options);
  const [extra] = read.positionals;
  if (extra !== undefined) throw tooMany(extra);
  return read.values;
}

/** The refusal of an argument that a command has no place for. */
export function tooMany(extra: string): WrongUsage {
  return new WrongUsage({
    en: `"${extra}" is one argument too many`,
    es: `«${extra}» es un argumento de más`,
  });
}

/** The one argument that a command takes, or WrongUsage with the words that ask for it. */
export function oneArgument(given: readonly string[], ask: Phrase): string {
  const [one, extra] = given;
  if (extra !== undefined) throw tooMany(extra);
  if (one === undefined) throw new WrongUsage(ask);
  return one;
}

/** A day option, or undefined when it is not given. */
export function dayOption(name: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const parsed = parseDay(text);
  if (!parsed) {
    throw new WrongUsage({
      en: `--${name} takes a day such as 2026-09-30, not "${text}"`,
      es: `--${name} lleva un día como 2026-09-30, no «${text}»`,
    });
  }
  return parsed;
}

/** A moment option; a day stands for its last microsecond. */
export function instantOption(name: string, text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const parsed = parseInstant(parseDay(text) ? `${text}T23:59:59.999999Z` : text);
  if (!parsed) {
    throw new WrongUsage({
      en: `--${name} takes a moment such as 2026-09-30T18:00:00Z, not "${text}"`,
      es: `--${name} lleva un momento como 2026-09-30T18:00:00Z, no «${text}»`,
    });
  }
  return parsed;
}

/** A currency option, or undefined when it is not given. */
export function currencyOption(name: string, text: string): Currency;
export function currencyOption(name: string, text: string | undefined): Currency | undefined;
export function currencyOption(name: string, text: string | undefined): Currency | undefined {
  if (text === undefined) return undefined;
  const code = parseCurrency(text);
  if (!code) {
    throw new WrongUsage({
      en: `--${name} takes a code such as USD, not "${text}"`,
      es: `--${name} lleva un código como USD, no «${text}»`,
    });
  }
  return code;
}

/** One of a few words, or undefined when it is not given. */
export function choiceOption<C extends string>(
  name: string,
  text: string | undefined,
  choices: readonly C[],
): C | undefined {
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (!found) {
    const list = choices.join(', ');
    throw new WrongUsage({
      en: `--${name} takes ${list}; not "${text}"`,
      es: `--${name} lleva ${list}; no «${text}»`,
    });
  }
  return found;
}
