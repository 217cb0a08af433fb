/**
 * Numbers as people read them in print: grouped as the language groups them, with a true minus.
 * They come in as decimal strings and are never made a float on the way.
 */
import type { Language } from '#kernel/words.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** `-1234.50` as `−1,234.50`: with as many decimals as it has, or as are asked for. */
export function printedNumber(value: string, language: Language, decimals?: number): string {
  const places = decimals ?? value.split('.')[1]?.length ?? 0;
  // Intl formats a decimal string digit by digit, which is the shape that the type wants.
  return printedMinus(formatOf(language, places).format(value as Intl.StringNumericLiteral));
}

/** A statement has thousands of amounts; making a format costs more than using it. */
function formatOf(language: Language, places: number): Intl.NumberFormat {
  const key = `${language} ${places}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(printedLocale(language), {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
  formats.set(key, format);
  return format;
}

/** A true minus is as wide as a digit, and does not break away from its number. */
export function printedMinus(text: string): string {
  return text.replace('-', '−');
}

/** The desk writes to the United States: its grouping is the same in both languages. */
export function printedLocale(language: Language): string {
  return language === 'es' ? 'es-US' : 'en-US';
}
