/**
 * Numbers of a pack as people read them: grouped, with the sign of their currency, in the
 * reader's language. They come in as decimal strings and are never made a float on the way.
 */
import type { Language } from '#kernel/words.ts';
import type { PackUnit } from '#platform/packs/maker.ts';
import { printedLocale, printedMinus, printedNumber } from '#platform/pdf/printed-number.ts';

type Shown = {
  readonly unit: PackUnit;
  readonly currency: string | null;
  readonly language: Language;
};

/** `1234567.80` as `$1,234,568`, `31.5 days`, `12.4 %`. */
export function shownFigure(value: string, { unit, currency, language }: Shown): string {
  if (unit === 'money') return shownMoney(value, currency, language);
  if (unit === 'count') return printedNumber(value, language, 0);
  const plain = printedNumber(value, language, decimalsIn(value, unit === 'ratio' ? 2 : 1));
  if (unit === 'percent') return `${plain} %`;
  if (unit === 'ratio') return plain;
  const one = /^-?1(\.0*)?$/u.test(value);
  const days = language === 'es' ? ['día', 'días'] : ['day', 'days'];
  return `${plain} ${one ? days[0] : days[1]}`;
}

/** Whole units: a figure is read at a glance, the tables have the cents. */
function shownMoney(value: string, currency: string | null, language: Language): string {
  if (currency === null) return printedNumber(value, language, 0);
  const format = new Intl.NumberFormat(printedLocale(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  return printedMinus(format.format(exact(value)));
}

/** `1.2 M`, for the axis of a chart. */
export function short(value: number, language: Language): string {
  const format = new Intl.NumberFormat(printedLocale(language), {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  return printedMinus(format.format(value));
}

function decimalsIn(value: string, most: number): number {
  return Math.min(most, value.split('.')[1]?.replace(/0+$/u, '').length ?? 0);
}

/** Intl formats a decimal string digit by digit. */
function exact(value: string): Intl.StringNumericLiteral {
  // Makers hand over decimal strings, which is the shape that the type wants.
  return value as Intl.StringNumericLiteral;
}
