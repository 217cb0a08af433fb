/**
 * How numbers, amounts, days and moments are written for a reader.
 *
 * Amounts arrive as exact decimal strings and are written from the string; they never
 * become floats. A negative number has a true minus (U+2212).
 */
import { useMemo } from 'react';
import { type Day, daysBetween, parseDay, parts } from '#kernel/day.ts';
import { decimalsOf, parseCurrency } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { localeOf, writtenAmount, writtenNumber, writtenWhole } from '#kernel/written.ts';
import { useLanguage, useToday } from './language.tsx';

const dateFormats = new Map<string, Intl.DateTimeFormat>();

export type Figures = ReturnType<typeof figuresIn>;

/** The writers of figures in the reader's language, relative to the desk's day. */
export function useFigures(): Figures {
  const language = useLanguage();
  const today = useToday();
  return useMemo(() => figuresIn(language, today), [language, today]);
}

/** The writers of figures in a language; `today` decides when a day needs its year. */
export function figuresIn(language: Language, today: Day) {
  return {
    /** `1,234.50` with the currency's decimals and no currency. */
    amount: (text: string, currency: string) => writeAmount(text, currency, language),
    /** `$1,234.50`, for sentences and mixed columns. */
    money: (text: string, currency: string) => writtenAmount(text, currency, language),
    /** `1,235`: an amount without its decimals, for pages of many figures; named, `$1,235`. */
    whole: (text: string, currency?: string) =>
      currency === undefined
        ? writtenNumber(text, language, 0)
        : writtenWhole(text, currency, language),
    /** `1,234.50`, with the decimals that it came with. */
    decimal: (text: string) => writtenNumber(text, language),
    number: (value: number) => writtenNumber(String(value), language, 0),
    percent: (value: number, decimals = 0) =>
      `${writtenNumber(String(value), language, decimals)}\u00a0%`,
    /** `17 Nov`, with the year when it is not this year. */
    day: (value: string) => writeDay(value, language, today),
    /** `17 Nov 2026`, as one would type it. */
    typedDay: (value: string) => writeTypedDay(value, language),
    /** `Tuesday 17 November`. */
    longDay: (value: string) => writeLongDay(value, language, today),
    /** `Nov 2026`. */
    month: (value: string) => writeMonth(value, language),
    /** `Nov`. */
    shortMonth: (value: string) => monthName(Number(value.slice(5, 7)), 'short', language),
    /** `14:05`. */
    time: (instant: string) =>
      dateFormat(language, { hour: '2-digit', minute: '2-digit' }, instant),
    /** `17 Nov, 14:05`, in the reader's own zone. */
    moment: (instant: string) => writeMoment(instant, language, today),
    /** `in 6 days`, `6 days ago`, `today`. */
    fromToday: (value: string) => writeDistance(value, language, today),
  };
}

function writeAmount(text: string, currency: string, language: Language): string {
  const code = parseCurrency(currency);
  const decimals = code === undefined ? 2 : decimalsOf(code);
  return writtenNumber(text, language, decimals);
}

/** A day as it is; of a moment, the day on which it is for the reader. */
function dayOf(value: string): Day | undefined {
  if (!value.includes('T')) return parseDay(value.slice(0, 10));
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : parseDay(localDay(at));
}

function localDay(at: Date): string {
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

function writeDay(value: string, language: Language, today: Day): string {
  const known = dayOf(value);
  if (known === undefined) return value;
  const { year, month, dayOfMonth } = parts(known);
  const short = `${dayOfMonth}\u00a0${monthName(month, 'short', language)}`;
  return year === parts(today).year ? short : `${short}\u00a0${year}`;
}

function writeTypedDay(value: string, language: Language): string {
  const known = parseDay(value);
  if (known === undefined) return value;
  const { year, month, dayOfMonth } = parts(known);
  return `${dayOfMonth} ${monthName(month, 'short', language)} ${year}`;
}

function writeLongDay(value: string, language: Language, today: Day): string {
  const known = dayOf(value);
  if (known === undefined) return value;
  const { year, month, dayOfMonth } = parts(known);
  const weekday = dateFormat(language, { weekday: 'long', timeZone: 'UTC' }, `${known}T00:00:00Z`);
  const name = monthName(month, 'long', language);
  const text =
    language === 'es' ? `${weekday} ${dayOfMonth} de ${name}` : `${weekday} ${dayOfMonth} ${name}`;
  if (year === parts(today).year) return text;
  return language === 'es' ? `${text} de ${year}` : `${text} ${year}`;
}

function writeMonth(value: string, language: Language): string {
  return `${monthName(Number(value.slice(5, 7)), 'short', language)} ${value.slice(0, 4)}`;
}

function writeMoment(instant: string, language: Language, today: Day): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const clock = `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
  return `${writeDay(localDay(at), language, today)}, ${clock}`;
}

function writeDistance(value: string, language: Language, today: Day): string {
  const known = dayOf(value);
  if (known === undefined) return value;
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  return format.format(daysBetween(today, known), 'day');
}

function monthName(month: number, style: 'short' | 'long', language: Language): string {
  const text = dateFormat(
    language,
    { month: style, timeZone: 'UTC' },
    `2024-${String(month).padStart(2, '0')}-01T00:00:00Z`,
  );
  return text.replace('.', '');
}

function dateFormat(
  language: Language,
  options: Intl.DateTimeFormatOptions,
  instant: string,
): string {
  const name = language + JSON.stringify(options);
  let format = dateFormats.get(name);
  if (format === undefined) {
    const cycle = options.hour === undefined ? {} : { hourCycle: 'h23' as const };
    format = new Intl.DateTimeFormat(localeOf(language), { ...options, ...cycle });
    dateFormats.set(name, format);
  }
  return format.format(new Date(instant));
}
