/**
 * The amount that somebody writes into a sentence.
 *
 * A number is money only with a currency beside it or with its cents: `invoice 1500` is no
 * amount. Three digits behind a mark are thousands, in either language, because money has two
 * decimals: `$1,500` and `1.500 USD` are the same.
 */
import { formatDecimal } from '#kernel/decimal.ts';
import { readAmount } from '#formats/values/amounts.ts';

export type SaidAmount = { readonly amount: string; readonly currency?: string };

const codes = 'USD|EUR|GBP|CAD|MXN';
const number = String.raw`\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{2})?`;
const money = new RegExp(
  String.raw`(?<![\w.,/#-])(?:(US\$|MX\$|[$€£]|(?:${codes})\b) ?)?(${number})(?![\d/]|[.,]\d| ?%)` +
    String.raw`(?: ?(${codes}|d[oó]lares|dollars|pesos|euros|€)(?![\p{L}]))?`,
  'giu',
);

const named: Readonly<Record<string, string>> = {
  US$: 'USD',
  MX$: 'MXN',
  '€': 'EUR',
  '£': 'GBP',
  EUROS: 'EUR',
};

/** The first amount of the words; undefined where they hold none. */
export function amountIn(words: string): SaidAmount | undefined {
  for (const [, sign = '', digits = '', unit = ''] of words.matchAll(money)) {
    const cents = /[.,]\d{2}$/u.test(digits);
    if (sign === '' && unit === '' && !cents) continue;
    const mark = cents ? markOf(digits) : otherThan(digits);
    const read = readAmount(digits.replaceAll(/['\s]/gu, ''), mark);
    if (!read.ok || read.value.units <= 0n) continue;
    const code = codeOf(sign) ?? codeOf(unit);
    const amount = formatDecimal(read.value, 2);
    return code === undefined ? { amount } : { amount, currency: code };
  }
  return undefined;
}

function markOf(digits: string): '.' | ',' {
  return digits.at(-3) === ',' ? ',' : '.';
}

/** What groups thousands is not the decimal mark. */
function otherThan(digits: string): '.' | ',' {
  return digits.includes('.') ? ',' : '.';
}

function codeOf(text: string): string | undefined {
  const upper = text.toUpperCase();
  if (named[upper] !== undefined) return named[upper];
  return new RegExp(`^(?:${codes})$`, 'u').test(upper) ? upper : undefined;
}
