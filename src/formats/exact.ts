/**
 * Amounts as files write them, added up exactly: five decimals stay five decimals.
 *
 * Only when a line becomes money does it meet the currency's minor unit. Whatever is finer
 * is rounded there, and the file's problems name the line: never silently.
 */
import { type Decimal, addDecimals, fromInteger, parseDecimal } from '#kernel/decimal.ts';
import { type Currency, type Money, decimalsOf, divideHalfUp, formatMinor } from '#kernel/money.ts';

export const nothing: Decimal = fromInteger(0);

/** A text longer than this is no amount, nor are a thousand million millions or more. */
const longestText = 40;
const mostWholeDigits = 15;

/** Reads digits with one decimal point or comma, as in `12,5`, `0,`, `,5`, `007.10`, `-3`. */
export function exactAmount(text: string): Decimal | undefined {
  const match = /^([+-]?)(?=[.,]?\d)(\d*)(?:[.,](\d*))?$/u.exec(text.trim());
  if (!match || text.length > longestText) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole.replace(/^0+/u, '').length > mostWholeDigits) return undefined;
  return parseDecimal(`${sign}${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`);
}

/**
 * `-300.00`, `-300,00`, `1.234,56`, `1,234.56`: the last mark is the decimal one when there
 * are two kinds; one that repeats parts thousands, and what it parts last is three digits.
 */
export function looseAmount(raw: string): Decimal | undefined {
  const text = raw.trim();
  const marks = text.replace(/[^.,]/gu, '');
  const [last = ''] = marks.slice(-1);
  const other = last === ',' ? '.' : ',';
  if (marks.length < 2) return exactAmount(text);
  if (marks.includes(other)) return exactAmount(text.replaceAll(other, ''));
  return /[.,]\d{3}$/u.test(text) ? exactAmount(text.replaceAll(last, '')) : undefined;
}

export function negated(value: Decimal): Decimal {
  return { units: -value.units, scale: value.scale };
}

export function added(values: readonly Decimal[]): Decimal {
  return values.reduce(addDecimals, nothing);
}

/** The amount with all its decimals, `0` for nothing at all. */
export function exactText(value: Decimal): string {
  return value.units === 0n ? '0' : formatMinor(value.units, value.scale);
}

/** The same amount always as the same text, whatever zeros end it: for controls. */
export function comparable(value: Decimal): string {
  const text = exactText(value);
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}

export type AsMoney = { readonly money: Money; readonly rounded: boolean };

/** The amount in the currency's minor unit, half-up where the file is finer than that. */
export function asMoney(value: Decimal, currency: Currency): AsMoney {
  const decimals = decimalsOf(currency);
  const units = value.units * 10n ** BigInt(decimals);
  const step = 10n ** BigInt(value.scale);
  const rounded = units % step !== 0n;
  return { money: { minor: divideHalfUp(units, step), currency }, rounded };
}

/** Sums of what came in and of what went out, the latter without its sign. */
export type InAndOut = {
  readonly credits: Decimal;
  readonly debits: Decimal;
  readonly creditCount: number;
  readonly debitCount: number;
};

export const nothingInOrOut: InAndOut = {
  credits: nothing,
  debits: nothing,
  creditCount: 0,
  debitCount: 0,
};

/** The sums with one more amount; nought is neither in nor out. */
export function andOne(sums: InAndOut, amount: Decimal): InAndOut {
  if (amount.units > 0n) {
    const credits = addDecimals(sums.credits, amount);
    return { ...sums, credits, creditCount: sums.creditCount + 1 };
  }
  if (amount.units === 0n) return sums;
  const debits = addDecimals(sums.debits, negated(amount));
  return { ...sums, debits, debitCount: sums.debitCount + 1 };
}

/** The sums of both. */
export function together(one: InAndOut, other: InAndOut): InAndOut {
  return {
    credits: addDecimals(one.credits, other.credits),
    debits: addDecimals(one.debits, other.debits),
    creditCount: one.creditCount + other.creditCount,
    debitCount: one.debitCount + other.debitCount,
  };
}

/** Sums of all the amounts. */
export function inAndOut(amounts: readonly Decimal[]): InAndOut {
  return amounts.reduce(andOne, nothingInOrOut);
}
