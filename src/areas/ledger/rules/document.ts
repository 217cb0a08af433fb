/**
 * A document becomes items: one for each due day, all in one entry.
 *
 *   invoice, debit memo   ar / billing-clearing: the billing system booked revenue and tax
 *   credit memo           revenue-adjustments / ar and sales-tax / ar
 *
 * The due amounts add up to the document, and so do their base amounts: the document is
 * converted once and spread, so that no cent is made by rounding.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import {
  type Money,
  allocate,
  divideHalfUp,
  formatMoney,
  money,
  plus,
  sum,
} from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { EntryHead } from './adjusting.ts';
import type { DiscountOffer, Line, NewItem, Posting } from './posting.ts';

export const documentKinds = ['invoice', 'debit_memo', 'credit_memo'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Due = {
  readonly dueOn: Day;
  readonly amount: Money;
  readonly discounts?: readonly DiscountOffer[];
};

export type DocumentWish = {
  readonly kind: DocumentKind;
  readonly documentId: Id | null;
  readonly number: string;
  readonly reference: string | null;
  readonly issuedOn: Day;
  readonly net: Money;
  readonly tax: Money;
  readonly dues: readonly Due[];
};

export type DocumentRefusal =
  | 'ledger.amount_not_positive'
  | 'ledger.dues_do_not_add_up'
  | 'ledger.discount_more_than_item';

/** The posting of a document whose total is `base` minor units of the company's currency. */
export function documentPosting(
  wish: DocumentWish,
  base: bigint,
  head: EntryHead,
  newId: () => Id,
): Outcome<Posting, DocumentRefusal> {
  const total = plus(wish.net, wish.tax);
  const positive = wish.net.minor >= 0n && wish.tax.minor >= 0n && total.minor > 0n;
  if (!positive || wish.dues.some(({ amount }) => amount.minor <= 0n)) {
    return refuse('ledger.amount_not_positive');
  }
  const due = sum(
    wish.dues.map(({ amount }) => amount),
    total.currency,
  );
  if (due.minor !== total.minor) {
    return refuse('ledger.dues_do_not_add_up', {
      total: formatMoney(total),
      dues: formatMoney(due),
    });
  }
  const generous = wish.dues.some(({ amount, discounts = [] }) =>
    discounts.some((offer) => offer.amount > amount.minor),
  );
  if (generous) return refuse('ledger.discount_more_than_item');
  return accept({
    ...head,
    entryId: newId(),
    kind: wish.kind,
    reverses: null,
    lines: linesOf(wish, total, base),
    items: itemsOf(wish, base, newId),
    applications: [],
  });
}

function linesOf(wish: DocumentWish, total: Money, base: bigint): Line[] {
  if (wish.kind !== 'credit_memo') {
    return [{ debit: 'ar', credit: 'billing-clearing', amount: total, base }];
  }
  const taxBase = divideHalfUp(base * wish.tax.minor, total.minor);
  const net: Line = {
    debit: 'revenue-adjustments',
    credit: 'ar',
    amount: wish.net,
    base: base - taxBase,
  };
  const tax: Line = { debit: 'sales-tax', credit: 'ar', amount: wish.tax, base: taxBase };
  return [net, tax].filter((line) => line.amount.minor > 0n || line.base > 0n);
}

function itemsOf(wish: DocumentWish, base: bigint, newId: () => Id): NewItem[] {
  const weights = wish.dues.map(({ amount }) => amount.minor);
  // The currency of an allocation does not matter; only its minor units are used.
  const bases = allocate(money(base, wish.net.currency), weights);
  return wish.dues.map((due, at) => ({
    itemId: newId(),
    documentId: wish.documentId,
    kind: wish.kind,
    side: wish.kind === 'credit_memo' ? 'credit' : 'debit',
    amount: due.amount,
    base: bases[at]?.minor ?? 0n,
    number: wish.number,
    reference: wish.reference,
    issuedOn: wish.issuedOn,
    dueOn: due.dueOn,
    instalment: wish.dues.length > 1 ? at + 1 : null,
    ...(due.discounts ? { discounts: due.discounts } : {}),
  }));
}
