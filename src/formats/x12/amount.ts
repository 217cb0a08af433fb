/**
 * Amounts in X12 elements, exact. Type R carries its point (`21298.97`, `.5`, `35.`); type
 * N2 has two decimals without one (`72104` is 721.04).
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Currency, type Money, parseMoney } from '#kernel/money.ts';

/** An R element; undefined when it is no number. */
export function parseReal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/u.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** An N2 element; undefined when it is no whole number. */
export function parseHundredths(text: string): Decimal | undefined {
  return /^[+-]?\d+$/u.test(text) ? { units: BigInt(text.replace('+', '')), scale: 2 } : undefined;
}

/** The decimal as it would be written, all its digits kept: `-1.27`, `0`. */
export function writeDecimal({ units, scale }: Decimal): string {
  if (units === 0n) return '0';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : `.${digits.slice(digits.length - scale)}`;
  return `${units < 0n ? '-' : ''}${whole}${fraction}`;
}

/** The decimal as money; undefined when it is finer than the currency's minor unit. */
export function asMoney(value: Decimal, currency: Currency): Money | undefined {
  return parseMoney(writeDecimal(value), currency);
}

/** The sum of decimals, without losing a digit. */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  const scale = values.reduce((most, value) => Math.max(most, value.scale), 0);
  const units = values.reduce((total, value) => total + scaledTo(value, scale), 0n);
  return { units, scale };
}

function scaledTo({ units, scale }: Decimal, wanted: number): bigint {
  return scale === wanted ? units : units * 10n ** BigInt(wanted - scale);
}

export function negated({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}

/** Are two decimals the same number, however many zeros they end with? */
export function equalDecimals(a: Decimal, b: Decimal): boolean {
  return a.units * 10n ** BigInt(b.scale) === b.units * 10n ** BigInt(a.scale);
}

export const nought: Decimal = { units: 0n, scale: 0 };
