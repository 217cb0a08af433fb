/**
 * What a file brings, before anybody looked into the ledger: neutral records by outside numbers.
 *
 * Everything an importer of any format makes ends here; nothing here knows of columns or
 * presets. Amounts are positive minor units unless a sign is stated.
 */
import type { Day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import type { PaymentTerms } from '#areas/customers/rules/terms.ts';
import type { BookApplication, BookDocument, BookPayment, Origin } from './book.ts';

/** Null: the company that the reader chose for the whole file. */
type OfCompany = { readonly company: string | null };

export type IncomingCustomer = OfCompany & {
  readonly number: string;
  readonly name: string;
  readonly parent: string | null;
  readonly payer: string | null;
  readonly segment: string | null;
  readonly termsCode: string | null;
  readonly creditLimit: bigint | null;
  readonly creditCurrency: Currency | null;
  readonly language: 'en' | 'es' | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly contact: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly taxExempt: boolean | null;
  readonly owner: string | null;
  readonly origin: Origin;
};

export type IncomingTerms = OfCompany & {
  readonly code: string;
  readonly definition: PaymentTerms;
};

export type IncomingDocument = OfCompany &
  Omit<BookDocument, 'accountId'> & {
    readonly customer: string;
    readonly customerName: string | null;
    /** Units of the company's base currency for one unit; null: look it up. */
    readonly exchangeRate: string | null;
  };

export type IncomingPayment = OfCompany &
  Omit<BookPayment, 'accountId'> & { readonly customer: string };

export type IncomingApplication = OfCompany & BookApplication;

export type IncomingOrder = OfCompany & {
  readonly number: string;
  readonly customer: string;
  readonly orderedOn: Day;
  readonly currency: Currency | null;
  readonly amount: bigint;
  readonly delivered: bigint;
  readonly invoiced: bigint;
  readonly state: 'open' | 'invoiced' | 'closed' | 'cancelled';
  readonly origin: Origin;
};

export type Incoming = {
  readonly customers: readonly IncomingCustomer[];
  readonly terms: readonly IncomingTerms[];
  readonly documents: readonly IncomingDocument[];
  readonly payments: readonly IncomingPayment[];
  readonly applications: readonly IncomingApplication[];
  readonly orders: readonly IncomingOrder[];
};

/** The company code under which records without one go. */
export const defaultCompany = 'MAIN';

/** Is there a record that does not say whose it is? */
export function leavesCompanyOpen(incoming: Incoming): boolean {
  return Object.values(incoming).some((records) => records.some(({ company }) => company === null));
}

/** The records of each company; those that name none belong to the chosen one. */
export function byCompany(incoming: Incoming, chosen: string): Map<string, Incoming> {
  const codes = new Set<string>();
  for (const records of Object.values(incoming)) {
    for (const record of records) codes.add(record.company ?? chosen);
  }
  return new Map([...codes].map((code) => [code, only(incoming, code, chosen)]));
}

function only(incoming: Incoming, code: string, chosen: string): Incoming {
  const mine = <R extends OfCompany>(records: readonly R[]): R[] =>
    records.filter((record) => (record.company ?? chosen) === code);
  return {
    customers: mine(incoming.customers),
    terms: mine(incoming.terms),
    documents: mine(incoming.documents),
    payments: mine(incoming.payments),
    applications: mine(incoming.applications),
    orders: mine(incoming.orders),
  };
}

/** The currency that most documents and payments are in; a company's own when it is new. */
export function mainCurrency(incoming: Incoming): Currency | undefined {
  const counts = new Map<Currency, number>();
  for (const { currency } of [...incoming.documents, ...incoming.payments]) {
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
