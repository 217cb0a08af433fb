/** Amounts and days as the reader writes them: US English, or Spanish as it is written there. */
import { day, type Day, daysBetween } from '#kernel/day.ts';
import { decimalsOf, formatMoney, type Money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';

const locales = { en: 'en-US', es: 'es-US' } as const;

/** `$1,234.50`, with the code behind it where the sign alone could be another currency's. */
export function writtenMoney(amount: Money, language: Language): string {
  const decimals = decimalsOf(amount.currency);
  const format = new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // Intl formats a decimal string digit by digit, without making a float of it.
  return spaced(format.format(formatMoney(amount) as Intl.StringNumericLiteral));
}

/** `July 1, 2026`, `1 de julio de 2026`. */
export function writtenDay(on: Day, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return spaced(format.format(millisOf(on)));
}

/** The short form for tables: `Jul 1, 2026`, `1 jul 2026`. */
export function shortDay(on: Day, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return spaced(format.format(millisOf(on)));
}

const epoch = day('1970-01-01');

function millisOf(on: Day): number {
  return daysBetween(epoch, on) * 86_400_000;
}

/** Plain spaces only: a text must stand in columns and be found by a search. */
function spaced(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/gu, ' ');
}
