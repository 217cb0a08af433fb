/** An amount of an answer as the whole number of its smallest units; only a picture is a float. */
import { currency, decimalsOf, parseMinor } from '#kernel/money.ts';

export function exactly(amount: string | null, code: string): bigint {
  return parseMinor(amount ?? '0', decimalsOf(currency(code))) ?? 0n;
}
