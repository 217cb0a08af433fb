/**
 * Cash matching in its own words: money that came, what is open, and what was decided.
 *
 *   receipt + book + memory + policy ──decide──▶ posted · proposed · on account ·
 *                                                unidentified · return · not receivables
 *
 * Ids are text: a live desk gives its own, a folder of outside files gives theirs. Amounts are
 * minor units of the receipt's currency. The one rule: two explanations of equal evidence are a
 * question for a person, so a decision keeps every explanation that it weighed.
 */
import { type Day } from '#kernel/day.ts';
import { type Currency } from '#kernel/money.ts';
import { type Facts } from '#kernel/outcome.ts';

/** The rails as they matter to matching; `ctx` is an ACH payment with its remittance inside. */
export type PaymentChannel =
  | 'ach'
  | 'ctx'
  | 'wire'
  | 'check'
  | 'lockbox'
  | 'instant'
  | 'card'
  | 'cash'
  | 'portal'
  | 'other';

/** One document that the payer names, with what the payer says is paid on it. */
export type RemittanceRow = {
  readonly reference: string;
  /** Negative for a credit that is taken; undefined when the payer gave no amount. */
  readonly paidMinor?: bigint;
  readonly grossMinor?: bigint;
  readonly discountMinor?: bigint;
  readonly deductionMinor?: bigint;
  readonly reason?: string;
};

/** Money that came, with everything that was said about it; empty text where nothing was. */
export type ReceiptToDecide = {
  readonly id: string;
  readonly valueOn: Day;
  /** Negative: a return, a chargeback or a charge. */
  readonly amountMinor: bigint;
  readonly currency: Currency;
  readonly channel: PaymentChannel;
  /** The bank's own trace of the payment. */
  readonly bankReference: string;
  readonly checkNumber: string;
  readonly payerName: string;
  /** The sending account, or the MICR of a check, as one token. */
  readonly payerAccount: string;
  /** Everything that was said, bank's and payer's words together. */
  readonly text: string;
  /** A remittance that was read apart from the bank's line. */
  readonly remittance: readonly RemittanceRow[];
};

/** Whom receivables are kept for; a parent may pay for its children. */
export type KnownAccount = {
  readonly id: string;
  /** The number that a payer may quote. */
  readonly number: string;
  readonly name: string;
  readonly parentId: string | null;
};

export type OpenItem = {
  readonly id: string;
  readonly accountId: string;
  readonly number: string;
  readonly kind: 'invoice' | 'debit_memo' | 'credit_memo';
  readonly currency: Currency;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly totalMinor: bigint;
  /** Negative for a credit memo. */
  readonly openMinor: bigint;
  /** What may be taken off when paid by the day, tax share included where terms say so. */
  readonly discount: { readonly by: Day; readonly minor: bigint } | null;
  /** The customer's own order number. */
  readonly poNumber: string;
};

/** A document that was paid before: it explains a duplicate or a wrong reference. */
export type ClosedItem = {
  readonly id: string;
  readonly accountId: string;
  readonly number: string;
  readonly totalMinor: bigint;
};

/** A receipt that was decided earlier: what a return reverses, a duplicate repeats. */
export type EarlierReceipt = {
  readonly id: string;
  readonly receipt: ReceiptToDecide;
  readonly accountId: string | null;
  readonly itemIds: readonly string[];
  /** The earlier receipt that this one took back. */
  readonly reverses: string | null;
};

/** What is done to one item. */
export type Allocation = {
  readonly itemId: string;
  readonly accountId: string;
  /** Negative for a credit memo that is used. */
  readonly cashMinor: bigint;
  readonly discountMinor: bigint;
  /** The bank's charge that we bear. */
  readonly feeMinor: bigint;
  /** A small difference that policy writes off. */
  readonly toleranceMinor: bigint;
  /** What stays open, and why. */
  readonly leftMinor: bigint;
  readonly leftBecause: LeftBecause | null;
  /** The payer named it; what only its amount speaks for may still be another receipt's. */
  readonly named: boolean;
};

export type LeftBecause = 'part_payment' | 'deduction' | 'late_discount' | 'short_pay';

/** The kinds of evidence; each has its sentence in the area's words. */
export type EvidenceKind =
  | 'exact_reference'
  | 'normalised_reference'
  | 'damaged_reference'
  | 'order_number'
  | 'remittance_row'
  | 'amount'
  | 'unique_subset'
  | 'subset'
  | 'oldest_first'
  | 'oldest_of_equals'
  | 'due_by'
  | 'whole_balance'
  | 'net_of_credits'
  | 'discount_earned'
  | 'discount_late'
  | 'bank_fee'
  | 'tolerance'
  | 'part_payment'
  | 'deduction'
  | 'overpayment'
  | 'duplicate'
  | 'unknown_reference'
  | 'on_account_words'
  | 'payer_account'
  | 'payer_alias'
  | 'payer_name'
  | 'payer_by_reference'
  | 'payer_unknown'
  | 'parent_pays'
  | 'third_party'
  | 'habit'
  | 'autocash'
  | 'return_trace'
  | 'return_check'
  | 'return_payer'
  | 'return_dishonored'
  | 'bank_words';

/** One piece of evidence with the figures that its sentence names. */
export type Reason = { readonly kind: EvidenceKind; readonly facts: Facts };

/** Why a candidate was looked at and put aside. */
export type RejectionKind =
  | 'amount_differs'
  | 'other_customer'
  | 'other_currency'
  | 'already_paid'
  | 'part_of_a_longer_number'
  | 'two_items_fit'
  | 'weaker';

export type Rejected = {
  readonly itemId: string;
  readonly number: string;
  readonly because: RejectionKind;
  readonly facts: Facts;
};

/** One explanation of the whole amount: allocations + on account = what came. */
export type Proposal = {
  /** Whose money it is; the items may be its children's. */
  readonly accountId: string;
  readonly allocations: readonly Allocation[];
  readonly onAccountMinor: bigint;
  /** How often such an explanation was right before, 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
};

export type PayerFinding = {
  readonly accountId: string;
  /** How sure, 0 to 1. */
  readonly sure: number;
  readonly reasons: readonly Reason[];
};

/**
 * What was decided.
 *
 * - `posted`: `proposals[0]` is posted unattended.
 * - `proposed`: a person chooses among `proposals`, best first.
 * - `on_account`: the payer is certain, nothing explains the amount; it waits on the account.
 * - `unidentified`: nobody knows whose money it is.
 * - `return`: an earlier receipt came back.
 * - `non_ar`: interest, fees, sweeps: not receivables.
 */
export type DecisionKind =
  | 'posted'
  | 'proposed'
  | 'on_account'
  | 'unidentified'
  | 'return'
  | 'non_ar';

export type Decision = {
  readonly receiptId: string;
  readonly kind: DecisionKind;
  readonly confidence: number;
  /** Unattended: confidence reaches the policy's threshold and nothing equal stands beside it. */
  readonly unattended: boolean;
  readonly payer: PayerFinding | null;
  readonly proposals: readonly Proposal[];
  readonly rejected: readonly Rejected[];
  /** For a return: the earlier receipts that it may reverse, best first. */
  readonly returnOf: readonly string[];
  readonly reasons: readonly Reason[];
  /** Set when the search stopped at its bound: what is missing may exist. */
  readonly stoppedAt: { readonly looked: number; readonly items: number } | null;
  readonly policyVersion: string;
};

/**
 * What a book is opened from: `openBook(parts)`, then `decide(receipt, book, memory, policy)`.
 * Closed items and earlier receipts of the last months are enough.
 */
export type BookParts = {
  readonly accounts: readonly KnownAccount[];
  readonly openItems: readonly OpenItem[];
  readonly closedItems: readonly ClosedItem[];
  readonly earlier: readonly EarlierReceipt[];
};
