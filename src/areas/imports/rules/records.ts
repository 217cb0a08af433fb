/**
 * What rows become: neutral records with days as days and amounts as money, each with the
 * line it stood on.
 *
 * Amounts of items are signed: what customers owe is positive, credits are negative,
 * however the source writes them. `undefined` means that the file does not say.
 */
import { type Day } from '#kernel/day.ts';
import { type Currency, type Money } from '#kernel/money.ts';
import { type PaymentTerms } from '#areas/customers/rules/terms.ts';
import { type DeskKind } from './desk-kinds.ts';
import { type DeskRecord } from './desk-record.ts';
import { type Kind } from './kinds.ts';

export type DocumentKind = 'invoice' | 'debit_memo' | 'credit_memo' | 'receipt';
export type PaymentKind = 'receipt' | 'refund' | 'return';
export type ApplicationKind = 'payment' | 'credit' | 'discount' | 'write_off';

type FromRow = { readonly line: number };

export type CustomerRecord = FromRow & {
  readonly number: string;
  readonly name: string;
  readonly parentNumber: string | undefined;
  /** Who pays: the customer itself, or another. */
  readonly payerNumber: string | undefined;
  readonly company: string | undefined;
  readonly segment: string | undefined;
  readonly termsCode: string | undefined;
  readonly creditLimit: Money | undefined;
  readonly language: 'en' | 'es' | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly contactName: string | undefined;
  readonly address: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly postalCode: string | undefined;
  readonly country: string | undefined;
  readonly taxExempt: boolean | undefined;
  readonly collector: string | undefined;
};

export type ItemRecord = FromRow & {
  readonly externalId: string;
  readonly number: string;
  readonly instalment: number | undefined;
  readonly documentKind: DocumentKind;
  readonly customerNumber: string;
  readonly customerName: string | undefined;
  readonly company: string | undefined;
  readonly currency: Currency;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly termsCode: string | undefined;
  readonly netDays: number | undefined;
  /** What the document was issued for. */
  readonly original: Money;
  /** What goes into the ledger: the original, or the open rest when that is all we know. */
  readonly amount: Money;
  readonly net: Money | undefined;
  readonly tax: Money | undefined;
  readonly poNumber: string | undefined;
  readonly orderNumber: string | undefined;
  /** The document that a credit memo was issued for. */
  readonly credits: string | undefined;
  readonly reference: string | undefined;
  readonly dispute: DisputeFacts | undefined;
  /** The day it was paid in full. */
  readonly paidOn: Day | undefined;
  readonly collector: string | undefined;
  readonly discountOn: Day | undefined;
  readonly discount: Money | undefined;
  /** Units of the base currency for one unit, as the file writes it. */
  readonly exchangeRate: string | undefined;
  readonly email: string | undefined;
  readonly country: string | undefined;
};

export type DisputeFacts = {
  readonly on: Day | undefined;
  readonly resolvedOn: Day | undefined;
  readonly reason: string | undefined;
  readonly outcome: string | undefined;
};

export type PaymentRecord = FromRow & {
  readonly externalId: string;
  readonly paymentKind: PaymentKind;
  readonly customerNumber: string;
  readonly customerName: string | undefined;
  readonly company: string | undefined;
  readonly receivedOn: Day;
  readonly method: string | undefined;
  readonly reference: string | undefined;
  /** Money in is positive, refunds and returned payments are negative. */
  readonly amount: Money;
  readonly unapplied: Money | undefined;
  /** Refund and return: the receipt that is refunded or came back. */
  readonly ofPayment: string | undefined;
};

export type ApplicationRecord = FromRow & {
  readonly externalId: string;
  /** Undefined when the day of the payment is meant. */
  readonly appliedOn: Day | undefined;
  /** What the money comes from; undefined for an adjustment, which brings its own credit. */
  readonly source: { readonly kind: 'payment' | 'credit_memo'; readonly id: string } | undefined;
  readonly applicationKind: ApplicationKind;
  readonly documentId: string;
  /** Positive reduces the document, negative takes an earlier application back. */
  readonly amount: Money;
};

export type OrderRecord = FromRow & {
  readonly externalId: string;
  readonly customerNumber: string;
  readonly customerName: string | undefined;
  readonly company: string | undefined;
  readonly orderedOn: Day;
  readonly amount: Money;
  /** Minor units of the amount's currency, all so far. */
  readonly delivered: bigint;
  readonly invoiced: bigint;
  readonly status: 'open' | 'invoiced' | 'closed' | 'cancelled';
  readonly documentId: string | undefined;
};

export type TermsRecord = FromRow & {
  readonly code: string;
  readonly company: string | undefined;
  readonly terms: PaymentTerms;
};

export type Records = {
  readonly customers: CustomerRecord;
  readonly items: ItemRecord;
  readonly payments: PaymentRecord;
  readonly applications: ApplicationRecord;
  readonly orders: OrderRecord;
  readonly terms: TermsRecord;
} & { readonly [K in DeskKind]: DeskRecord };
export type RecordOf<K extends Kind> = Records[K];
