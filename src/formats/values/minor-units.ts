/**
 * An exact decimal of a file as whole minor units of its currency.
 *
 * Decimals beyond the currency's own are refused, because nobody is owed a tenth of a cent
 * and the file must be wrong somewhere. Two exceptions: a source known to compute its
 * amounts, which are rounded half up, and the noise of a float far behind the last decimal.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { divideHalfUp } from '#kernel/money.ts';

export type MinorUnits =
  | { readonly ok: true; readonly minor: bigint; readonly rounded: boolean }
  | {
      readonly ok: false;
      readonly problem: 'import.too_many_decimals' | 'import.amount_too_large';
    };

/** Ten million millions of a currency with cents; nobody owes more, and sums stay in bounds. */
const largest = 10n ** 15n;

/** Minor units of a decimal; `rounds` allows rounding half up. */
export function toMinor(value: Decimal, decimals: number, rounds: boolean): MinorUnits {
  const { units, scale } = value;
  if (scale <= decimals) return bounded(units * 10n ** BigInt(decimals - scale), false);
  const divisor = 10n ** BigInt(scale - decimals);
  const minor = divideHalfUp(units, divisor);
  const left = units - minor * divisor;
  if (left === 0n) return bounded(minor, false);
  if (rounds || isNoise(left, divisor)) return bounded(minor, true);
  return { ok: false, problem: 'import.too_many_decimals' };
}

/** Less than a hundred-thousandth of a minor unit: 8734.710000000001. */
function isNoise(left: bigint, divisor: bigint): boolean {
  return (left < 0n ? -left : left) * 100_000n < divisor;
}

function bounded(minor: bigint, rounded: boolean): MinorUnits {
  if (minor > largest || minor < -largest) return { ok: false, problem: 'import.amount_too_large' };
  return { ok: true, minor, rounded };
}
