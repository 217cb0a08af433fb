/**
 * The journal's accounts. `ar` is the control account: every open item, credits included.
 *
 * The list is the same as the domain `ledger.chart_account`; a company maps each to the number
 * of its own general ledger.
 */
export const chart = [
  'ar',
  'ar-revaluation',
  'opening-balance',
  'fx-rounding',
  'unclaimed-property',
  'cash-clearing',
  'card-clearing',
  'billing-clearing',
  'revenue-adjustments',
  'discounts',
  'small-differences',
  'bad-debt',
  'allowance',
  'recoveries',
  'interest-income',
  'fee-income',
  'bank-fees',
  'card-fees',
  'fx-realised',
  'fx-unrealised',
  'refunds-payable',
  'sales-tax',
  'transfers',
  'other-receipts',
  'due-to-affiliates',
  'due-from-affiliates',
] as const;
export type ChartAccount = (typeof chart)[number];
