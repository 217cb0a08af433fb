/**
 * A figure on a report: an exact quotient written with its decimals, or no value at all.
 *
 * A division by nothing has no answer, and a report that shows 0 or 100 % there tells a
 * lie; such a figure is `null` and the screen shows a dash. Rounding is half-up, once, when
 * the figure is written: no rounded figure ever enters another one.
 */
import {
  type Decimal,
  type Ratio,
  formatRatio,
  fromInteger,
  multiplyRatio,
  ratio,
} from '#kernel/decimal.ts';
import { type Money, decimalsOf } from '#kernel/money.ts';

/** A decimal string, or null when there is no value. */
export type Figure = string | null;

const decimals = 2;

/** a ÷ b of two amounts in one currency, exactly; undefined when b is nothing. */
export function quotient(a: Money, b: Money): Ratio | undefined {
  if (a.currency !== b.currency) {
    throw new RangeError(`a figure cannot divide ${a.currency} by ${b.currency}`);
  }
  return ratio(fromInteger(a.minor), fromInteger(b.minor));
}

/** The amount as an exact number of its currency's whole units. */
export function inUnits(amount: Money): Decimal {
  return { units: amount.minor, scale: decimalsOf(amount.currency) };
}

/** Writes a quotient with two decimals. */
export function figure(value: Ratio | undefined): Figure {
  return value === undefined ? null : formatRatio(value, decimals);
}

/** Writes a quotient as a percentage with two decimals. */
export function percentage(value: Ratio | undefined): Figure {
  return figure(value && multiplyRatio(value, fromInteger(100)));
}

/** One amount as a percentage of another. */
export function percentOf(part: Money, whole: Money): Figure {
  return percentage(quotient(part, whole));
}

/** One count as a percentage of another. */
export function percentOfCount(part: number, whole: number): Figure {
  return percentage(ratio(fromInteger(part), fromInteger(whole)));
}

/** Σ weight × value ÷ Σ weight: days weighted by amounts. */
export function weightedAverage(
  entries: readonly { readonly weight: Money; readonly value: number }[],
): Figure {
  const top = entries.reduce(
    (total, { weight, value }) => total + weight.minor * BigInt(value),
    0n,
  );
  const bottom = entries.reduce((total, { weight }) => total + weight.minor, 0n);
  return figure(ratio(fromInteger(top), fromInteger(bottom)));
}
