/**
 * A posting: one journal entry with the items and applications it makes, on one account.
 *
 *   invoice   debit item    ar / billing-clearing
 *   receipt   credit item   cash-clearing / ar
 *   apply     application   no line: both items stand in the control account
 *
 * Everything the ledger ever stores goes through this shape. A line carries both its sides,
 * so an entry cannot be unbalanced; an item's amount is always positive and its side says
 * whether it is owed to us (debit) or by us (credit).
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency, Money } from '#kernel/money.ts';
import type { ChartAccount } from './chart.ts';

export type Side = 'debit' | 'credit';

export type ItemKind =
  | 'invoice'
  | 'debit_memo'
  | 'credit_memo'
  | 'receipt'
  | 'refund'
  | 'adjustment'
  | 'charge'
  | 'transfer'
  | 'reversal';

export type ApplicationKind =
  | 'payment'
  | 'credit'
  | 'discount'
  | 'tolerance'
  | 'write_off'
  | 'refund'
  | 'transfer'
  | 'reversal';

/**
 * `base` is minor units of the company's base currency at the booked rate; `bank` names the
 * bank account of a line through `cash-clearing`.
 */
export type Line = {
  readonly debit: ChartAccount;
  readonly credit: ChartAccount;
  readonly amount: Money;
  readonly base: bigint;
  readonly bank?: string;
};

/** What paying by `until` earns, its tax part included; minor units of the item's currency. */
export type DiscountOffer = { readonly until: Day; readonly amount: bigint; readonly tax: bigint };

export type NewItem = {
  readonly itemId: Id;
  readonly documentId: Id | null;
  readonly kind: ItemKind;
  readonly side: Side;
  readonly amount: Money;
  readonly base: bigint;
  readonly number: string;
  readonly reference: string | null;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly instalment: number | null;
  readonly discounts?: readonly DiscountOffer[];
};

/** `amount` is negative in a reversal, whose `reverses` names the application taken back. */
export type NewApplication = {
  readonly applicationId: Id;
  readonly debitItemId: Id;
  readonly creditItemId: Id;
  readonly kind: ApplicationKind;
  readonly amount: bigint;
  readonly debitBase: bigint;
  readonly creditBase: bigint;
  readonly reverses: Id | null;
};

export type Posting = {
  readonly entryId: Id;
  readonly accountId: Id;
  /** What happened: invoice, receipt, application, write_off, return … */
  readonly kind: string;
  readonly effectiveOn: Day;
  /** Its accounting period is sought from this day on, not from `effectiveOn`: see undoing. */
  readonly countsFrom?: Day;
  readonly reverses: Id | null;
  /** The entry that gave rise to this one: a receipt to its discounts, a return to its fee. */
  readonly follows?: Id;
  readonly lines: readonly Line[];
  readonly items: readonly NewItem[];
  readonly applications: readonly NewApplication[];
};

/** An item as it stands now; `open`, `openBase` and `reserved` are never negative. */
export type ItemState = {
  readonly itemId: Id;
  readonly kind: ItemKind;
  readonly side: Side;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly open: bigint;
  readonly openBase: bigint;
  readonly reserved: bigint;
  /** The least that is open on any day from the one in question on; absent: `open`. */
  readonly lowest?: bigint;
  readonly number: string;
  readonly documentId: Id | null;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly effectiveOn: Day;
};

/** A new item as it stands before anything is applied to it. */
export function stateOf(item: NewItem, effectiveOn: Day): ItemState {
  return {
    itemId: item.itemId,
    kind: item.kind,
    side: item.side,
    currency: item.amount.currency,
    amount: item.amount.minor,
    open: item.amount.minor,
    openBase: item.base,
    reserved: 0n,
    number: item.number,
    documentId: item.documentId,
    issuedOn: item.issuedOn,
    dueOn: item.dueOn,
    effectiveOn,
  };
}

/** The line that brings an item into the control account, against the other account. */
export function controlLine(item: NewItem, other: ChartAccount): Line {
  return item.side === 'debit'
    ? { debit: 'ar', credit: other, amount: item.amount, base: item.base }
    : { debit: other, credit: 'ar', amount: item.amount, base: item.base };
}
