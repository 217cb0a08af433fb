/** Amounts of an invoice, compared exactly; a text that is no amount equals nothing. */
import { type Decimal, addDecimals, fromInteger, multiplyDecimals } from '#kernel/decimal.ts';
import { comparable, exactAmount, negated } from '../../exact.ts';
import type { Text } from './model.ts';

export const zero = fromInteger(0);

export function amountOf(text: Text): Decimal | undefined {
  return text === null ? undefined : exactAmount(text);
}

/** The sum; what is missing or no amount counts as nothing. */
export function sumOf(texts: readonly Text[]): Decimal {
  return texts.reduce((sum, text) => addDecimals(sum, amountOf(text) ?? zero), zero);
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, negated(b));
}

export function equals(text: Text, value: Decimal): boolean {
  const found = amountOf(text);
  return found !== undefined && comparable(found) === comparable(value);
}

export function isZero(text: Text): boolean {
  return amountOf(text)?.units === 0n;
}

export function isPositive(text: Text): boolean {
  return (amountOf(text)?.units ?? 0n) > 0n;
}

export function isNegative(text: Text): boolean {
  return (amountOf(text)?.units ?? 0n) < 0n;
}

/** At most two decimals, as every total of the standard has. */
export function isFine(text: Text): boolean {
  return text === null || !/[.,]\d{3,}$/u.test(text.trim());
}

/** The percentage of the basis, to be compared with a tax. */
export function percentOf(basis: Decimal, rate: Text): Decimal {
  const { units, scale } = multiplyDecimals(basis, amountOf(rate) ?? zero);
  return { units, scale: scale + 2 };
}

/** Whether two amounts differ by less than one unit, which is what the validators allow. */
export function isNear(text: Text, value: Decimal): boolean {
  const found = amountOf(text);
  if (found === undefined) return false;
  const { units, scale } = minus(found, value);
  const one = 10n ** BigInt(scale);
  return units > -one && units < one;
}
