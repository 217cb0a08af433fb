/**
 * Which of a line's amounts is gross, which was taken off and which is paid.
 *
 * The header says it where there is one; without one the amounts say it themselves: what
 * adds up is right. A single amount is what is paid.
 */
import { type LineFigures } from './line.ts';

export type AmountColumn = 'gross' | 'discount' | 'deduction' | 'paid';

/** A discount is small; whoever takes more than this has a reason. */
const largestDiscountPercent = 5n;

/** Names the amounts of a line; `words` are what else stands on it. */
export function nameAmounts(
  amounts: readonly bigint[],
  header: readonly AmountColumn[],
  words: string,
): LineFigures {
  if (header.length > 0 && amounts.length === header.length) {
    return Object.fromEntries(header.map((column, at) => [column, amounts[at]]));
  }
  const [first, second, third, fourth] = amounts;
  if (first === undefined) return {};
  if (second === undefined)
    return header.includes('paid') || header.length === 0 ? { paid: first } : { gross: first };
  if (third === undefined) return nameTwo(first, second, header, words);
  if (fourth === undefined) return nameThree([first, second, third], words);
  const last = amounts.at(-1);
  const adds = first - size(second) * signOf(first) - size(third) * signOf(first) === fourth;
  if (adds) return { gross: first, discount: second, deduction: third, paid: fourth };
  return { gross: first, paid: last };
}

function nameTwo(
  first: bigint,
  second: bigint,
  header: readonly AmountColumn[],
  words: string,
): LineFigures {
  if (header.includes('gross') && header.includes('paid')) return { gross: first, paid: second };
  const off = size(second) * 2n < size(first);
  if (!off) return { gross: first, paid: second };
  return isDiscount(first, second, words)
    ? { gross: first, discount: second }
    : { gross: first, deduction: second };
}

function nameThree(
  [gross, off, paid]: readonly [bigint, bigint, bigint],
  words: string,
): LineFigures {
  const adds = gross - size(off) * signOf(gross) === paid || gross - off === paid;
  if (!adds) return { gross, paid };
  return isDiscount(gross, off, words)
    ? { gross, discount: off, paid }
    : { gross, deduction: off, paid };
}

function isDiscount(gross: bigint, off: bigint, words: string): boolean {
  if (/\bdisc|descuento|\bdto\b|pronto pago/iu.test(words)) return true;
  const small = size(off) * 100n <= size(gross) * largestDiscountPercent;
  return small && !/\p{L}{4}/u.test(words);
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function signOf(amount: bigint): bigint {
  return amount < 0n ? -1n : 1n;
}
