/**
 * What a credit memo for a case consists of: how much of each item, and how much of it is tax.
 *
 * Tax is taken back in the share in which the document bore it, so that what is owed to the tax
 * office falls with the sale; freight that is credited alone is net, and a contested tax is all
 * tax.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, divideHalfUp, formatMoney, money, smaller, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { DisputePart } from './case.ts';

export type Creditable = {
  readonly itemId: Id;
  /** What of it is contested now. */
  readonly amount: Money;
  /** Of the whole document: what it comes to, and the tax within. */
  readonly total: Money;
  readonly tax: bigint;
};

export type CreditPart = { readonly itemId: Id; readonly amount: Money; readonly tax: bigint };

export type CreditRefusal =
  | 'dispute.amount_not_positive'
  | 'dispute.nothing_open'
  | 'dispute.more_than_disputed';

/** The amount over the items in their order; null is all that is contested. */
export function creditParts(
  items: readonly Creditable[],
  wanted: Money | null,
  part: DisputePart,
): Outcome<CreditPart[], CreditRefusal> {
  const contested = items.filter(({ amount }) => amount.minor > 0n);
  const [first] = contested;
  if (!first) return refuse('dispute.nothing_open');
  const { currency } = first.amount;
  const all = sum(
    contested.map(({ amount }) => amount),
    currency,
  );
  const amount = wanted ?? all;
  if (amount.minor <= 0n) {
    return refuse('dispute.amount_not_positive', { amount: formatMoney(amount) });
  }
  if (amount.currency !== currency || amount.minor > all.minor) {
    const facts = { amount: formatMoney(amount), disputed: formatMoney(all), currency };
    return refuse('dispute.more_than_disputed', facts);
  }
  let rest = amount.minor;
  const parts: CreditPart[] = [];
  for (const item of contested) {
    const own = smaller(item.amount, money(rest, currency));
    rest -= own.minor;
    if (own.minor > 0n)
      parts.push({ itemId: item.itemId, amount: own, tax: taxOf(item, own, part) });
  }
  return accept(parts);
}

function taxOf({ total, tax }: Creditable, own: Money, part: DisputePart): bigint {
  if (part === 'tax') return own.minor;
  if (part === 'freight' || tax <= 0n || total.minor <= 0n) return 0n;
  return divideHalfUp(own.minor * tax, total.minor);
}
