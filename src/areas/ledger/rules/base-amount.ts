/**
 * What an amount in a foreign currency is worth in the company's base currency.
 *
 * The rate is base units for one foreign unit and is never rounded; only the amount is, once,
 * half-up to the base currency's own minor unit.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Currency, type Money, decimalsOf, divideHalfUp } from '#kernel/money.ts';

/** The amount at a rate, in base currency. */
export function inBase(foreign: Money, rate: Decimal, base: Currency): Money {
  const top = foreign.minor * rate.units * 10n ** BigInt(decimalsOf(base));
  const bottom = 10n ** BigInt(decimalsOf(foreign.currency) + rate.scale);
  return { minor: divideHalfUp(top, bottom), currency: base };
}
