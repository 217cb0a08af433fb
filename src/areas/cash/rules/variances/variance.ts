/**
 * A variance: money that lies where it should not, or an amount that does not come out, with the
 * cause, what proves it and the one move that would put it right.
 *
 * A variance is found anew from the books each time; it is never stored, so that a fix ends it.
 */
import type { Day } from '#kernel/day.ts';

/** From what misstates a customer's balance to what only waits. */
export const causes = [
  'misapplied',
  'wrong_account',
  'unapplied',
  'duplicate',
  'overpaid',
  'unearned_discount',
  'bank_fee',
  'short_paid',
  'on_account',
  'unidentified',
  'announced',
] as const;
export type Cause = (typeof causes)[number];

/** What is open on an account and can be paid. */
export type OpenDebit = {
  readonly accountId: string;
  readonly itemId: string;
  readonly number: string;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly dueOn: Day;
};

/** A part of a credit that pays an item. */
export type PaidPart = {
  readonly itemId: string;
  readonly number: string;
  readonly amountMinor: bigint;
};

/** Money or a credit memo on an account, with what it pays and what is free of it. */
export type Credit = {
  readonly accountId: string;
  readonly itemId: string;
  readonly number: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** Neither applied nor held for a refund. */
  readonly freeMinor: bigint;
  readonly on: Day;
  /** The payment behind it; null for a credit memo, and for money sent from another account. */
  readonly receipt: {
    readonly receiptId: string;
    readonly payer: string;
    /** What the payer said, as it was written: rows of a remittance, references, text. */
    readonly said: readonly string[];
  } | null;
  readonly paid: readonly PaidPart[];
};

/** What stayed open of an item after its latest payment. */
export type Rest = {
  readonly accountId: string;
  readonly itemId: string;
  readonly number: string;
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly openMinor: bigint;
  readonly receiptId: string;
  readonly payer: string;
  readonly method: string;
  readonly on: Day;
  /** What was noted as kept back, and why, when it was posted. */
  readonly shortMinor: bigint;
  readonly reason: string | null;
  /** The largest discount that was ever offered on it; 0 when none was. */
  readonly offeredMinor: bigint;
};

/** A payment that nobody knows the account of. */
export type Unidentified = {
  readonly receiptId: string;
  readonly payer: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly on: Day;
};

/** The one move that puts it right; each is an action that exists. */
export type Fix =
  | {
      readonly kind: 'move';
      readonly creditItemId: string;
      readonly offItemId: string;
      readonly toItemId: string;
    }
  | {
      readonly kind: 'transfer';
      readonly creditItemId: string;
      /** Taken off this item first; null when the money is free. */
      readonly offItemId: string | null;
      readonly toAccountId: string;
      readonly amountMinor: bigint;
    }
  | {
      readonly kind: 'apply';
      readonly creditItemId: string;
      readonly toItemId: string;
      readonly amountMinor: bigint;
    }
  | { readonly kind: 'refund'; readonly creditItemId: string; readonly amountMinor: bigint }
  | { readonly kind: 'write_off'; readonly itemId: string; readonly amountMinor: bigint }
  | { readonly kind: 'back_on_desk'; readonly receiptId: string }
  | { readonly kind: 'match'; readonly receiptId: string };

export type Variance = {
  readonly cause: Cause;
  /** Null while nobody knows whose money it is. */
  readonly accountId: string | null;
  readonly receiptId: string | null;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly on: Day;
  /** What the sentence of the cause speaks of. */
  readonly payer: string;
  readonly document: string;
  readonly other: string;
  /** Null when no single move is certain enough to be offered. */
  readonly fix: Fix | null;
};
