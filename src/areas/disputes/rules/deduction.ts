/**
 * A deduction: what a payer kept back and said so, found when the payment was posted.
 *
 * It is counted once: what is contested of the item already is the same money, so only what goes
 * beyond it is contested anew. A discount taken late and a bank's fee are not the customer's
 * claims; cash application settles those.
 */
import { type Money, isPositive, minus, smaller, zero } from '#kernel/money.ts';
import type { DisputeReason } from './case.ts';

export type Deduction = {
  /** What stayed open of the item when it was posted. */
  readonly short: Money;
  readonly open: Money;
  /** What of the item is contested already, by whichever way it came. */
  readonly disputed: Money;
};

/** How much is contested anew: never more than is open and free. */
export function contestedAnew({ short, open, disputed }: Deduction): Money {
  const beyond = minus(short, disputed);
  const free = minus(open, disputed);
  const anew = smaller(beyond, free);
  return isPositive(anew) ? anew : zero(short.currency);
}

/** The house's reading of why cash was posted short; others are not the customer's claims. */
const byShortReason: Readonly<Record<string, DisputeReason>> = {
  price: 'price',
  quantity: 'quantity',
  damage: 'damaged',
  goods_returned: 'returned',
  freight: 'freight',
  promotion: 'promotion',
  tax: 'tax',
  unknown: 'short_paid',
};

/** The reason of the case; undefined for what is no claim. The customer's own code goes first. */
export function reasonOfShort(
  shortReason: string | null,
  byCode: DisputeReason | undefined,
): DisputeReason | undefined {
  const settled = shortReason === 'late_discount' || shortReason === 'bank_fee';
  if (settled) return undefined;
  return byCode ?? byShortReason[shortReason ?? 'unknown'];
}

/** A customer's code as it is compared: `Code-12 ` and `CODE 12` are one. */
export function codeKey(code: string): string {
  return code.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
