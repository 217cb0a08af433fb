/** Amounts and days as a reader of the agreement writes them. */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';

const locales = { en: 'en-US', es: 'es-US' };

export function dayText(on: Day, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${on}T00:00:00Z`));
}

/** A decimal string with the marks of the language. */
export function amountText(decimal: string, language: Language): string {
  const decimals = decimal.split('.')[1]?.length ?? 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = new Intl.NumberFormat(locales[language], digits);
  // Intl formats a decimal string digit by digit, without making a float of it.
  return format.format(decimal as Intl.StringNumericLiteral);
}
