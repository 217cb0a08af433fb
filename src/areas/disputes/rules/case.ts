/**
 * A dispute: what a customer says is wrong with an invoice, or with a part of it.
 *
 * Only what is contested waits; the rest of the invoice stays due and is asked for. Nobody may
 * contest more of an item than is open and not contested already.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, atLeast, formatMoney, isPositive, minus } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const disputeReasons = [
  'price',
  'quantity',
  'damaged',
  'not_received',
  'not_ordered',
  'freight',
  'tax',
  'duplicate',
  'terms',
  'service',
  'returned',
  'promotion',
  'discount',
  'short_paid',
  'billing_error',
  'other',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

/** Which part of the invoice is contested. */
export const disputeParts = ['whole', 'line', 'freight', 'tax', 'amount'] as const;
export type DisputePart = (typeof disputeParts)[number];

/** An item as it stands before somebody contests it. */
export type Contestable = {
  readonly itemId: Id;
  readonly number: string;
  readonly open: Money;
  /** What of it is contested already. */
  readonly disputed: Money;
};

/** `amount` null: all that is open and not contested yet. */
export type Contested = { readonly itemId: Id; readonly amount: Money | null };

export type ContestRefusal =
  | 'dispute.amount_not_positive'
  | 'dispute.disputed_already'
  | 'dispute.item_not_open'
  | 'dispute.more_than_open';

/** How much of the item is contested from now on. */
export function contest(
  { amount }: Contested,
  item: Contestable | undefined,
): Outcome<Money, ContestRefusal> {
  if (!item || !isPositive(item.open)) {
    return refuse('dispute.item_not_open', { number: item?.number ?? '' });
  }
  const { number, open, disputed } = item;
  const free = minus(open, disputed);
  if (!isPositive(free)) return refuse('dispute.disputed_already', { number });
  if (amount === null) return accept(free);
  if (amount.currency !== open.currency) return refuse('dispute.item_not_open', { number });
  if (!isPositive(amount)) {
    return refuse('dispute.amount_not_positive', { amount: formatMoney(amount) });
  }
  if (!atLeast(free, amount)) {
    return refuse('dispute.more_than_open', {
      amount: formatMoney(amount),
      open: formatMoney(free),
      number,
    });
  }
  return accept(amount);
}

/** As a person names a case: the end of its id, which differs where its beginning is a moment. */
export function referenceOf(caseId: Id): string {
  return `D-${caseId.slice(-6).toUpperCase()}`;
}

/** An outside system's words for a reason; what says nothing to us is `other`. */
export function reasonFrom(said: string): DisputeReason {
  const words = said.toLowerCase();
  const named = disputeReasons.find((reason) => reason === words.replaceAll(/\W+/gu, '_'));
  return named ?? signs.find(([, sign]) => sign.test(words))?.[0] ?? 'other';
}

const signs: readonly (readonly [DisputeReason, RegExp])[] = [
  ['price', /pric|precio/u],
  ['freight', /freight|shipping|flete/u],
  ['damaged', /damag|defect|dañ/u],
  ['quantity', /quantit|shortage|cantidad/u],
  ['not_received', /not received|missing|no recib/u],
  ['duplicate', /duplic/u],
  ['tax', /\btax|impuesto/u],
  ['returned', /return|devuel/u],
  ['promotion', /promo/u],
  ['service', /service|servicio|quality|calidad/u],
];
