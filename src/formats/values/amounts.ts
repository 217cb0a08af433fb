/**
 * An amount as a file writes it, read exactly.
 *
 *   1,234.56   1.234,56   1 234,56   1'234.56      thousands and decimal marks
 *   -1   1-   (1)   −1   1 CR   1,00 H             six ways to be negative; 1+ is not
 *   $1   US$ 1   1 EUR   EUR 1                     a currency beside it
 *
 * Which mark is the decimal one is decided for a whole column (see decimal-mark.ts) and
 * comes in as an argument. No number is ever read as a float: 1.93E+09 has lost its digits
 * in a spreadsheet and is refused.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Currency } from '#kernel/money.ts';
import { knownCurrency } from './currencies.ts';

export type DecimalMark = '.' | ',';

export type AmountProblem = 'import.amount_unreadable' | 'import.scientific_notation';

export type AmountReading =
  | {
      readonly ok: true;
      readonly value: Decimal;
      /** The currency written beside the amount, when it is one currency's own. */
      readonly currency?: Currency;
    }
  | { readonly ok: false; readonly problem: AmountProblem };

/** No amount is longer; a longer text is not even looked into. */
const longestAmount = 64;

/** Is the value one of the ways to write no amount? */
export function isNoAmount(text: string): boolean {
  if (text.length > longestAmount) return text.trim() === '';
  return text === '' || /^\s*(?:-+|–|—|n\/?a|null|none|nan)?\s*$/iu.test(text);
}

/** An amount without sign and currency: digits and marks only. */
export type BareAmount = {
  readonly digits: string;
  readonly negative: boolean;
  readonly currency?: Currency;
};

const plain = /^-?\d+(?:\.\d+)?$/u;
const scientific = /^[-+(]?\d+(?:[.,]\d+)?e[+-]?\d+\)?$/iu;
const creditMark = /(?<=[\d\s.,)])(?:CR\.?|H)$|^CR\.?\s+/iu;
const debitMark = /(?<=[\d\s.,)])(?:DR\.?|S)$|^DR\.?\s+/iu;
const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₹': 'INR', '₩': 'KRW' };

/** Takes sign and currency off an amount; undefined when more than those stands beside it. */
export function bareAmount(text: string): BareAmount | undefined {
  if (text.length > longestAmount) return undefined;
  let rest = text.trim().replaceAll(/[\u2212\u2013]/gu, '-');
  let minus = 0;
  const drop = (pattern: RegExp, turns: boolean): void => {
    const shorter = rest.replace(pattern, '').trim();
    if (shorter !== rest && turns) minus += 1;
    rest = shorter;
  };
  drop(creditMark, true);
  drop(debitMark, false);
  drop(/^-\s*/u, true);
  const outside = takeCurrency(rest);
  rest = outside.text;
  if (/^\(.*\)$/u.test(rest)) {
    minus += 1;
    rest = rest.slice(1, -1).trim();
  }
  const inside = takeCurrency(rest);
  rest = inside.text;
  const currency = outside.currency ?? inside.currency;
  drop(/^-\s*/u, true);
  drop(/\s*-$/u, true);
  drop(/^\+\s*|\s*\+$/u, false);
  if (minus > 1 || !/^(?:\d[\d.,'’\s]*|[.,]\d+)$/u.test(rest)) return undefined;
  return {
    digits: rest.replaceAll(/['’\s]/gu, ' ').trimEnd(),
    negative: minus === 1,
    ...(currency === undefined ? {} : { currency }),
  };
}

/** Takes a code or a sign off either end. A dollar sign alone names no currency. */
function takeCurrency(text: string): { text: string; currency: Currency | undefined } {
  const code = /^([A-Z]{3})(?=[\s\d(.,-])|(?<=[\d\s)])([A-Z]{3})$/iu.exec(text);
  const named = knownCurrency(code?.[1] ?? code?.[2] ?? '');
  if (code !== null && named !== undefined) {
    return { text: text.replace(code[0], '').trim(), currency: named };
  }
  const sign = /^(?:US|MX|CA|CAD|AU|NZ|HK|R|C|A|B\/|S\/|Bs|Q|L)?\s?(\p{Sc})|(\p{Sc})$/u.exec(text);
  if (sign === null) return { text, currency: undefined };
  const own = signs[sign[1] ?? sign[2] ?? ''];
  return {
    text: text.replace(sign[0], '').trim(),
    currency: own === undefined ? undefined : knownCurrency(own),
  };
}

/** Reads an amount under a decimal mark. */
export function readAmount(text: string, mark: DecimalMark): AmountReading {
  if (mark === '.' && plain.test(text)) return { ok: true, value: decimalOf(text) };
  if (scientific.test(text.trim())) return { ok: false, problem: 'import.scientific_notation' };
  const bare = bareAmount(text);
  const digits = bare === undefined ? undefined : ungroup(bare.digits, mark);
  if (bare === undefined || digits === undefined) {
    return { ok: false, problem: 'import.amount_unreadable' };
  }
  const value = decimalOf(bare.negative ? `-${digits}` : digits);
  return bare.currency === undefined
    ? { ok: true, value }
    : { ok: true, value, currency: bare.currency };
}

/** Digits with a decimal point and no thousands marks; undefined when groups are uneven. */
function ungroup(digits: string, mark: DecimalMark): string | undefined {
  const other = mark === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = digits.split(mark);
  if (more.length > 0 || (fraction !== undefined && /\D/u.test(fraction))) return undefined;
  const groups = whole.split(whole.includes(other) ? other : ' ');
  const even = groups.every((group, at) => (at === 0 ? /^\d{0,3}$/u : /^\d{3}$/u).test(group));
  // Indian grouping has pairs: 12,34,567.
  const pairs = groups.every((group, at) =>
    (at === 0 ? /^\d{1,2}$/u : at === groups.length - 1 ? /^\d{3}$/u : /^\d{2}$/u).test(group),
  );
  if (groups.length > 1 && !even && !pairs) return undefined;
  const joined = groups.join('');
  if (/\D/u.test(joined)) return undefined;
  return fraction === undefined || fraction === '' ? joined : `${joined || '0'}.${fraction}`;
}

/** A decimal of checked text, its last zeros kept. */
function decimalOf(text: string): Decimal {
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), scale: 0 };
  return {
    units: BigInt(text.slice(0, point) + text.slice(point + 1)),
    scale: text.length - point - 1,
  };
}
