/**
 * Exact decimals for what is not money: percentages, exchange rates, averages.
 *
 * A decimal is `units × 10^-scale`; it is never a float, so 0.1 + 0.2 is 0.3.
 */
import { divideHalfUp, formatMinor } from './money.ts';

export type Decimal = { readonly units: bigint; readonly scale: number };

/** Reads a plain decimal string such as `-1.1050`; throws a RangeError for anything else. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new RangeError(`not a decimal: "${text}"`);
  return parsed;
}

/** The decimal, or undefined when the text is not a plain decimal. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/u.exec(text.trim());
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const units = BigInt((match[2] ?? '') + fraction);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

export function fromInteger(value: bigint | number): Decimal {
  return { units: BigInt(value), scale: 0 };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale) + rescale(b, scale), scale };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** An exact quotient of two decimals, kept as a fraction until it is written. */
export type Ratio = { readonly top: bigint; readonly bottom: bigint };

/** a ÷ b exactly, or undefined when b is zero. */
export function ratio(a: Decimal, b: Decimal): Ratio | undefined {
  if (b.units === 0n) return undefined;
  return { top: a.units * 10n ** BigInt(b.scale), bottom: b.units * 10n ** BigInt(a.scale) };
}

export function addRatios(a: Ratio, b: Ratio): Ratio {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function multiplyRatio(a: Ratio, by: Decimal): Ratio {
  return { top: a.top * by.units, bottom: a.bottom * 10n ** BigInt(by.scale) };
}

/** Writes a fraction with so many decimals, half-up once, at the end. */
export function formatRatio(value: Ratio, decimals: number): string {
  return formatMinor(divideHalfUp(value.top * 10n ** BigInt(decimals), value.bottom), decimals);
}

/** Writes a decimal with so many decimals, half-up. */
export function formatDecimal(value: Decimal, decimals: number): string {
  return formatRatio({ top: value.units, bottom: 10n ** BigInt(value.scale) }, decimals);
}

function rescale(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}
