/**
 * Root causes: why a customer disputes or pays late, as it turned out, whatever was said first.
 *
 * A reason is the customer's word at the beginning; a cause is ours at the end. Only causes are
 * counted when the desk asks what to mend.
 */
export const rootCauses = [
  'price_wrong',
  'order_wrong',
  'delivery_failed',
  'goods_defective',
  'billing_wrong',
  'invoice_not_received',
  'reference_missing',
  'tax_wrong',
  'terms_unclear',
  'promotion_unclear',
  'cash_misapplied',
  'customer_process',
  'customer_cash_flow',
  'customer_wrong',
  'unknown',
] as const;
export type RootCause = (typeof rootCauses)[number];

/** Whose it is to mend. */
export const causeSides = ['ours', 'theirs', 'nobodys'] as const;
export type CauseSide = (typeof causeSides)[number];

const theirs: readonly RootCause[] = ['customer_process', 'customer_cash_flow', 'customer_wrong'];

export function sideOf(cause: RootCause): CauseSide {
  if (cause === 'unknown') return 'nobodys';
  return theirs.includes(cause) ? 'theirs' : 'ours';
}
