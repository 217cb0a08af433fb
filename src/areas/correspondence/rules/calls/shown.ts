/** Amounts and days as the person on the telephone, or who reads the confirmation, says them. */
import { type Day, day, daysBetween } from '#kernel/day.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';

const epoch = day('1970-01-01');
const msOfDay = 24 * 60 * 60_000;
const locales = { en: 'en-US', es: 'es-US' } as const;

export function shownDay(on: Day, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(daysBetween(epoch, on) * msOfDay);
}

export function shownMoney(amount: Money, language: Language): string {
  const { currency } = amount;
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency });
  // A decimal string is shown to its last digit; a number would not hold every amount.
  return format.format(formatMoney(amount) as Intl.StringNumericLiteral);
}
