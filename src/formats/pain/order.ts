/**
 * What a company asks its bank to do: pay out (pain.001), or collect from accounts that
 * gave a mandate for it (pain.008).
 *
 * One order is one file; a batch is what the bank books as one line. An amount is always
 * positive: which way it goes is the kind of the order.
 */
import { type Day } from '#kernel/day.ts';
import { type Money } from '#kernel/money.ts';

/** A party and its account; the bank's BIC only where the bank asks for it. */
export type AccountHolder = {
  readonly name: string;
  readonly iban: string;
  readonly bic?: string;
  readonly address?: PostalAddress;
};

/** In parts: from November 2026 the scheme takes no addresses in free lines. */
export type PostalAddress = {
  readonly street?: string;
  readonly building?: string;
  readonly postCode?: string;
  readonly town: string;
  /** Two letters of ISO 3166. */
  readonly country: string;
};

/** What the other side reads: words, or a creditor reference (ISO 11649, `RF…`). */
export type Purpose =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: string };

export type Payment = {
  readonly endToEndId: string;
  readonly instructionId?: string;
  readonly amount: Money;
  readonly other: AccountHolder;
  readonly purpose?: Purpose;
};

/** Why we may collect: the debtor's signed mandate. */
export type Collection = Payment & {
  readonly mandateId: string;
  readonly signedOn: Day;
};

type Batch = {
  readonly id: string;
  readonly on: Day;
  /** One line on our statement for the whole batch, or one for each payment. */
  readonly bookedAsOne?: boolean;
  readonly own: AccountHolder;
};

export type TransferBatch = Batch & { readonly payments: readonly Payment[] };

export type CollectionBatch = Batch & {
  /** The scheme's number for us as creditor. */
  readonly creditorId: string;
  readonly scheme: 'CORE' | 'B2B';
  /** First, recurring, last or single collection under its mandate. */
  readonly sequence: 'FRST' | 'RCUR' | 'FNAL' | 'OOFF';
  readonly payments: readonly Collection[];
};

type Head = {
  readonly messageId: string;
  /** `2026-11-20T08:30:00`, in the company's zone. */
  readonly writtenAt: string;
  readonly initiator: string;
};

export type TransferOrder = Head & {
  readonly kind: 'transfers';
  readonly version: 'pain.001.001.03' | 'pain.001.001.09';
  readonly batches: readonly TransferBatch[];
};

export type CollectionOrder = Head & {
  readonly kind: 'collections';
  readonly version: 'pain.008.001.02' | 'pain.008.001.08';
  readonly batches: readonly CollectionBatch[];
};

export type PaymentOrder = TransferOrder | CollectionOrder;
