/**
 * Amounts, numbers and days as their reader writes them: on screens, in mails, in print and on
 * the command line.
 *
 * Amounts come in as exact decimal strings and are written digit by digit; they never become
 * floats. The desk writes to the United States, so both languages group `1,234.50`. What is
 * negative has a true minus (U+2212), as wide as a digit, which does not break from its number.
 */
import { type Day, day, daysBetween, parseDay } from './day.ts';
import { type Currency, decimalsOf, formatMoney, type Money, parseCurrency } from './money.ts';
import type { Facts } from './outcome.ts';
import type { Language } from './words.ts';

const locales = { en: 'en-US', es: 'es-US' } as const satisfies Record<Language, string>;

export function localeOf(language: Language): string {
  return locales[language];
}

/** `$1,234.50`, `−€1,234.50`, `CLP 1,235`: with the decimals of its currency. */
export function writtenMoney(amount: Money, language: Language): string {
  return writtenAmount(formatMoney(amount), amount.currency, language);
}

/** A decimal string of a currency as `$1,234.50`; of an unknown currency as `1,234.50 ??`. */
export function writtenAmount(decimal: string, currency: string, language: Language): string {
  const code = parseCurrency(currency);
  if (code === undefined) return `${writtenNumber(decimal, language)} ${currency}`;
  const places = decimalsOf(code);
  return write(decimal, language, { ...exactly(places), style: 'currency', currency: code });
}

/** `$1,235`: whole units of money, for figures that are read at a glance. */
export function writtenWhole(decimal: string, currency: string, language: Language): string {
  const narrow = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return write(decimal, language, { ...exactly(0), ...narrow });
}

/** `−1,234.50`: with as many decimals as it has, or as are asked for. */
export function writtenNumber(decimal: string, language: Language, places?: number): string {
  return write(decimal, language, exactly(places ?? decimal.split('.')[1]?.length ?? 0));
}

/** `1.2M`, beside the axis of a chart. */
export function writtenShort(value: number | string, language: Language): string {
  return write(String(value), language, { notation: 'compact', maximumFractionDigits: 1 });
}

/** `July 1, 2026`, `1 de julio de 2026`. */
export function writtenDay(on: Day, language: Language): string {
  return writeDay(on, language, 'long');
}

/** The short form, for tables and sentences: `Jul 1, 2026`, `1 jul 2026`. */
export function shortDay(on: Day, language: Language): string {
  return writeDay(on, language, 'medium');
}

/** How facts are written into a sentence; a screen writes days after its own manner. */
export type Writers = {
  readonly amount: (decimal: string, currency: string) => string;
  readonly number: (decimal: string) => string;
  readonly whole: (decimal: string, currency: string | undefined) => string;
  readonly day: (on: Day) => string;
  readonly moment?: (instant: string) => string;
};

/** The writers of a server's sentence. */
export function writersIn(language: Language): Writers {
  return {
    amount: (decimal, currency) => writtenAmount(decimal, currency, language),
    number: (decimal) => writtenNumber(decimal, language),
    whole: (decimal, currency) =>
      currency === undefined
        ? writtenNumber(decimal, language, 0)
        : writtenWhole(decimal, currency, language),
    day: (on) => shortDay(on, language),
  };
}

/** Facts that are amounts also in a currency without decimals. */
const amountNames = new Set(
  (
    'amount received open overdue ask balance total unapplied offer pastDue stated spent came ' +
    'price parts difference counted keyed bank book limit'
  ).split(' '),
);
/** Facts that nobody knows to the cent. */
const roundNames = /^adds$/u;
/** Names that people gave, and shares of a hundred: none is an amount, whatever its shape. */
const noAmounts =
  /number|document|reference|account|name|file|value|text|check|pct|percent|rate|share/iu;
const decimalText = /^-?\d+\.(\d+)$/u;
const wholeText = /^-?\d+$/u;
const momentText = /^\d{4}-\d{2}-\d{2}T/u;

/**
 * The facts of a sentence as its reader writes them. A fact is known by its shape: a day
 * (`2026-11-17`), or a decimal, which is money where a `currency`
 * (or, for `before`, a `beforeCurrency`) stands beside it. Numbers stay
 * numbers, because plurals need them.
 */
export function readableFacts(facts: Facts, writers: Writers): Facts {
  const currencyOf = (name: string): Currency | undefined => {
    const named = facts[`${name}Currency`] ?? facts['currency'];
    return typeof named === 'string' ? parseCurrency(named) : undefined;
  };
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      readFact(name, fact, currencyOf(name), writers),
    ]),
  );
}

function readFact(
  name: string,
  fact: string | number,
  currency: Currency | undefined,
  writers: Writers,
): string | number {
  if (typeof fact === 'number') return fact;
  const on = parseDay(fact);
  if (on !== undefined) return writers.day(on);
  if (momentText.test(fact)) return writers.moment?.(fact) ?? fact;
  if (noAmounts.test(name) && !/amount/iu.test(name)) return fact;
  const decimals = wholeText.test(fact) ? 0 : decimalText.exec(fact)?.[1]?.length;
  if (decimals === undefined) return fact;
  if (roundNames.test(name)) return writers.whole(fact, currency);
  if (decimals === 0 && !amountNames.has(name)) return fact;
  if (currency === undefined) return decimals === 0 ? fact : writers.number(fact);
  // An amount has the decimals of its currency; what has others is a text that could not be read.
  return decimals === decimalsOf(currency) ? writers.amount(fact, currency) : fact;
}

function exactly(places: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: places, maximumFractionDigits: places };
}

const firstDay = day('1970-01-01');
const dayMs = 86_400_000;

/** A statement has thousands of amounts; making a format costs more than using it. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function write(decimal: string, language: Language, how: Intl.NumberFormatOptions): string {
  const key = language + JSON.stringify(how);
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(locales[language], { signDisplay: 'negative', ...how });
  numberFormats.set(key, format);
  // Intl formats a decimal string digit by digit, which is the shape that the type wants.
  return plain(format.format(decimal as Intl.StringNumericLiteral)).replace('-', '\u2212');
}

function writeDay(on: Day, language: Language, dateStyle: 'long' | 'medium'): string {
  const key = language + dateStyle;
  const format =
    dayFormats.get(key) ??
    new Intl.DateTimeFormat(locales[language], { dateStyle, timeZone: 'UTC' });
  dayFormats.set(key, format);
  return plain(format.format(dayMs * daysBetween(firstDay, on)));
}

/** Plain spaces only: a text must stand in columns and be found by a search. */
function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/gu, ' ');
}
