/**
 * A book from outside: documents, payments and applications by their outside ids, with the
 * accounts already found. It is what `build-postings.ts` turns into ledger postings.
 *
 * Amounts are positive minor units except where a sign is stated; days are business days.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';

/** Where a record stood in its file, for the problem that names it. */
export type Origin = { readonly file: string; readonly line: number };

export type BookDocument = {
  readonly externalId: string;
  readonly kind: 'invoice' | 'debit_memo' | 'credit_memo';
  readonly number: string;
  readonly accountId: Id;
  readonly currency: Currency;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  /** What stands in the ledger: the total, or the open rest when that is all that is known. */
  readonly amount: bigint;
  readonly net: bigint;
  readonly tax: bigint;
  readonly reference: string | null;
  readonly orderNumber: string | null;
  readonly termsCode: string | null;
  readonly discountOn: Day | null;
  readonly discount: bigint | null;
  readonly credits: string | null;
  /** The day the source says it was paid in full, when payments are not in the file. */
  readonly paidOn: Day | null;
  readonly dispute: {
    readonly on: Day;
    readonly resolvedOn: Day | null;
    readonly reason: string;
  } | null;
  readonly origin: Origin;
};

export type BookPayment = {
  readonly externalId: string;
  readonly kind: 'receipt' | 'refund' | 'return';
  readonly accountId: Id;
  readonly currency: Currency;
  readonly on: Day;
  readonly amount: bigint;
  readonly method: string;
  readonly reference: string;
  /** Refund and return: the receipt that is refunded or came back. */
  readonly of: string | null;
  readonly origin: Origin;
};

export type BookApplication = {
  readonly externalId: string;
  readonly on: Day;
  /** The payment or credit memo; null for an adjustment, which brings its own credit. */
  readonly source: { readonly kind: 'payment' | 'credit_memo'; readonly id: string } | null;
  readonly kind: 'payment' | 'credit' | 'discount' | 'write_off';
  readonly documentId: string;
  /** Negative takes an earlier application back. */
  readonly amount: bigint;
  readonly origin: Origin;
};

export type Book = {
  readonly documents: readonly BookDocument[];
  readonly payments: readonly BookPayment[];
  readonly applications: readonly BookApplication[];
};

export type BookProblemCode =
  | 'import.unknown_document'
  | 'import.unknown_payment'
  | 'import.more_than_open'
  | 'import.not_a_debit'
  | 'import.not_a_credit'
  | 'import.other_currency'
  | 'import.nothing_to_take_back'
  | 'import.no_rate';

export type BookProblem = {
  readonly origin: Origin;
  readonly code: BookProblemCode;
  readonly field: string;
  readonly facts: Readonly<Record<string, string | number>>;
};
