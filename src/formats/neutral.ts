/**
 * What an outside file says, whatever its format: the one shape that judging and posting
 * read.
 *
 *   bytes ──read──▶ the format's own records ──neutral──▶ statements, remittances, settlements
 *
 * Nothing here is judged yet. An amount keeps the sign of the account holder: money in is
 * positive. A figure that the file states about itself stands under `controls` beside what
 * was counted; whoever takes the file in decides by it.
 */
import { type Day } from '#kernel/day.ts';
import { type Money } from '#kernel/money.ts';
import { type Facts } from '#kernel/outcome.ts';

/** The rails on which money moved; `other` where the file does not say. */
export type Channel =
  | 'ach'
  | 'wire'
  | 'check'
  | 'lockbox'
  | 'card'
  | 'cash'
  | 'instant'
  | 'transfer'
  | 'charge'
  | 'other';

/** One line of a bank statement, or one incoming payment of a file that lists payments. */
export type BankTransaction = {
  /** Where it stands in the file, for people: a line or record number, counted from 1. */
  readonly record: number;
  /** The bank's own identity of it, where the bank gives one (FITID, trace, AcctSvcrRef). */
  readonly externalId?: string;
  readonly bookedOn: Day;
  readonly valueOn?: Day;
  readonly amount: Money;
  /** A pending line may still change; only a booked one is posted. */
  readonly status: 'booked' | 'pending' | 'information';
  /** The code in the format's own system: `bai:195`, `swift:NTRF`, `iso:PMNT/RCDT/ESCT`. */
  readonly code?: string;
  readonly channel: Channel;
  /** An earlier payment that came back: its reason, such as R01, AC04. */
  readonly returned?: { readonly reason: string; readonly originalId?: string };
  readonly payerName?: string;
  /** Account of the payer: IBAN, or routing and account number parted by a blank. */
  readonly payerAccount?: string;
  readonly checkNumber?: string;
  /** End-to-end id, creditor reference, customer reference: what stands alone as a reference. */
  readonly references: readonly string[];
  /** Everything that was said, lines parted by a line break. */
  readonly text: string;
  /** What the payer says it is for, where it travels with the money. */
  readonly remittance?: Remittance;
};

export type Statement = {
  /** Number of our account as the file writes it. */
  readonly account: string;
  readonly currency: string;
  /** What is listed: booked days, the day so far, or single notices without balances. */
  readonly kind: 'statement' | 'intraday' | 'notices';
  readonly id?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly opening?: Money;
  readonly closing?: Money;
  readonly transactions: readonly BankTransaction[];
};

/** One document that a remittance names. */
export type RemittanceLine = {
  readonly record: number;
  /** The payer's word for the document: `IV` invoice, `CM` credit memo, `PO` order … */
  readonly kind: 'invoice' | 'credit_memo' | 'order' | 'claim' | 'other';
  readonly reference: string;
  /** What is paid on it; negative for a credit that is taken. */
  readonly paid?: Money;
  readonly gross?: Money;
  readonly discount?: Money;
  /** Taken off for a reason; negative when the payer adds something for one. */
  readonly deductions: readonly { readonly amount: Money; readonly reason: string }[];
  readonly issuedOn?: Day;
  readonly note?: string;
};

/** What a payer says a payment is for; lines in the file's order. */
export type Remittance = {
  readonly record: number;
  readonly payerName?: string;
  readonly payerId?: string;
  /** Ties it to the money: a trace, a check number, an end-to-end id. */
  readonly paymentReference?: string;
  readonly paidOn?: Day;
  readonly total?: Money;
  readonly method?: string;
  readonly lines: readonly RemittanceLine[];
};

/** One card payment, refund, chargeback or fee in a processor's report. */
export type SettlementLine = {
  readonly record: number;
  readonly kind: 'payment' | 'refund' | 'chargeback' | 'fee' | 'adjustment' | 'payout';
  readonly id: string;
  readonly on: Day;
  readonly gross: Money;
  /** Kept by the processor; positive. */
  readonly fee: Money;
  readonly net: Money;
  readonly reference: string;
  /** The payout or batch that it is part of. */
  readonly batch?: string;
  readonly brand?: string;
  readonly last4?: string;
};

export type Settlement = {
  readonly processor: string;
  readonly lines: readonly SettlementLine[];
};

/**
 * A figure that a file states about itself, and what was found. An amount that disagrees
 * puts the whole file aside; a count only warns: public files of real banks have wrong
 * counts with right amounts.
 */
export type Control = {
  readonly kind: 'amount' | 'count';
  /** Which figure: `account_total`, `entry_hash`, `closing_balance` … */
  readonly what: string;
  /** Where it stands. */
  readonly record: number;
  readonly stated: string;
  readonly found: string;
};

/** Something odd that does not make the file unreadable. */
export type FileProblem = { readonly record: number; readonly code: string; readonly facts: Facts };

export type NeutralFile = {
  /** `bai2`, `lockbox`, `mt940`, `camt`, `ofx`, `ach`, `x12-820`, `x937`, `wire` … */
  readonly format: string;
  readonly statements: readonly Statement[];
  readonly remittances: readonly Remittance[];
  readonly settlements: readonly Settlement[];
  readonly controls: readonly Control[];
  readonly problems: readonly FileProblem[];
};

/**
 * The same, told as it is read: for a file whose lines shall not stand in memory together. Each
 * list is gone through once, in the order in which they stand here.
 */
export type ToldFile = Omit<NeutralFile, 'statements' | 'problems'> & {
  readonly statements: Iterable<
    Omit<Statement, 'transactions'> & { readonly transactions: Iterable<BankTransaction> }
  >;
  readonly problems: Iterable<FileProblem>;
};

/** What must end a file or a part of it and is not there: it is torn, and waits for a whole one. */
export function missingEnd(what: string, record: number, found: string): Control {
  return { kind: 'amount', what, record, stated: tornOff, found };
}

/** What a control states whose end never came. */
export const tornOff = 'missing';

/** Do the two figures of a control agree? */
export function holds(control: Control): boolean {
  return control.stated === control.found;
}
