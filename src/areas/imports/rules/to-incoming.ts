/**
 * From the records of files to one book: the neutral shape that the ledger's side takes in.
 *
 * Signs become sides: a negative item is a credit memo, a negative payment a refund or a
 * payment that came back. An application without a day happened on the day of its payment.
 */
import type { Day } from '#kernel/day.ts';
import type { Conversion } from './convert.ts';
import { type DeskKind, isDeskKind } from './desk-kinds.ts';
import type { DeskRow } from './desk-record.ts';
import type {
  Incoming,
  IncomingApplication,
  IncomingCustomer,
  IncomingDocument,
  IncomingOrder,
  IncomingPayment,
  IncomingTerms,
} from './incoming.ts';
import type {
  ApplicationRecord,
  CustomerRecord,
  ItemRecord,
  OrderRecord,
  PaymentRecord,
  TermsRecord,
} from './records.ts';

export type ConvertedFile = { readonly file: string; readonly conversion: Conversion };

/** The desk's own records in all files, each with the file it stood in. */
export function deskRowsOf(files: readonly ConvertedFile[]): DeskRow[] {
  return files.flatMap(({ file, conversion }) => {
    if (!isDeskConversion(conversion)) return [];
    return conversion.records.map((record) => ({ ...record, file }));
  });
}

function isDeskConversion(
  conversion: Conversion,
): conversion is Extract<Conversion, { kind: DeskKind }> {
  return isDeskKind(conversion.kind);
}

type Mutable = { -readonly [K in keyof Incoming]: Incoming[K][number][] };

/** All files as one book; `today` dates an application whose payment is in none of them. */
export function toIncoming(files: readonly ConvertedFile[], today: Day): Incoming {
  const book: Mutable = {
    customers: [],
    terms: [],
    documents: [],
    payments: [],
    applications: [],
    orders: [],
  };
  const paidOn = new Map<string, Day>();
  for (const { conversion } of files) {
    if (conversion.kind !== 'payments') continue;
    for (const record of conversion.records) paidOn.set(record.externalId, record.receivedOn);
  }
  const dayOf = (record: ApplicationRecord): Day =>
    record.appliedOn ?? paidOn.get(record.source?.id ?? '') ?? today;
  for (const { file, conversion } of files) add(book, file, conversion, dayOf);
  return book;
}

function add(
  book: Mutable,
  file: string,
  conversion: Conversion,
  dayOf: (record: ApplicationRecord) => Day,
): void {
  switch (conversion.kind) {
    case 'customers':
      for (const record of conversion.records) book.customers.push(customer(file, record));
      return;
    case 'items':
      for (const record of conversion.records) {
        if (record.documentKind === 'receipt') book.payments.push(receiptItem(file, record));
        else book.documents.push(document(file, record));
      }
      return;
    case 'payments':
      for (const record of conversion.records) book.payments.push(payment(file, record));
      return;
    case 'applications':
      for (const record of conversion.records) {
        book.applications.push(application(file, record, dayOf(record)));
      }
      return;
    case 'orders':
      for (const record of conversion.records) book.orders.push(order(file, record));
      return;
    case 'terms':
      for (const record of conversion.records) book.terms.push(terms(record));
      return;
    case 'contacts':
    case 'owners':
    case 'notes':
    case 'promises':
    case 'disputes':
    case 'next-actions':
      // The desk's own records are no part of the book; deskRowsOf has them.
      return;
  }
}

function customer(file: string, record: CustomerRecord): IncomingCustomer {
  return {
    company: record.company ?? null,
    number: record.number,
    name: record.name,
    parent: record.parentNumber ?? null,
    payer: record.payerNumber ?? null,
    segment: record.segment ?? null,
    termsCode: record.termsCode ?? null,
    creditLimit: record.creditLimit?.minor ?? null,
    creditCurrency: record.creditLimit?.currency ?? null,
    language: record.language ?? null,
    email: record.email ?? null,
    phone: record.phone ?? null,
    contact: record.contactName ?? null,
    city: record.city ?? null,
    state: record.state ?? null,
    postalCode: record.postalCode ?? null,
    country: record.country ?? null,
    taxExempt: record.taxExempt ?? null,
    owner: record.collector ?? null,
    origin: { file, line: record.line },
  };
}

function document(file: string, record: ItemRecord): IncomingDocument {
  const amount = size(record.amount.minor);
  const credit = record.amount.minor < 0n || record.documentKind === 'credit_memo';
  const tax = record.tax === undefined ? 0n : size(record.tax.minor);
  return {
    company: record.company ?? null,
    externalId: instalmentId(record),
    kind: credit ? 'credit_memo' : record.documentKind === 'debit_memo' ? 'debit_memo' : 'invoice',
    number: record.number,
    customer: record.customerNumber,
    customerName: record.customerName ?? null,
    currency: record.currency,
    issuedOn: record.issuedOn,
    dueOn: record.dueOn,
    amount,
    net:
      record.net === undefined
        ? positive(size(record.original.minor) - tax)
        : size(record.net.minor),
    tax,
    reference: record.poNumber ?? record.reference ?? null,
    orderNumber: record.orderNumber ?? null,
    termsCode: record.termsCode ?? null,
    discountOn: record.discountOn ?? null,
    discount: record.discount === undefined ? null : size(record.discount.minor),
    credits: record.credits ?? null,
    paidOn: credit ? null : (record.paidOn ?? null),
    dispute: record.dispute
      ? {
          on: record.dispute.on ?? record.issuedOn,
          resolvedOn: record.dispute.resolvedOn ?? null,
          reason: record.dispute.reason ?? record.dispute.outcome ?? '',
        }
      : null,
    exchangeRate: record.exchangeRate ?? null,
    origin: { file, line: record.line },
  };
}

/** Several due days of one document are several items, each with an identity of its own. */
function instalmentId({ externalId, instalment }: ItemRecord): string {
  return instalment === undefined ? externalId : `${externalId}#${instalment}`;
}

/** Money on account that stands among the open items. */
function receiptItem(file: string, record: ItemRecord): IncomingPayment {
  return {
    company: record.company ?? null,
    externalId: record.externalId,
    kind: 'receipt',
    customer: record.customerNumber,
    currency: record.currency,
    on: record.issuedOn,
    amount: size(record.amount.minor),
    method: '',
    reference: record.reference ?? record.number,
    of: null,
    origin: { file, line: record.line },
  };
}

function payment(file: string, record: PaymentRecord): IncomingPayment {
  return {
    company: record.company ?? null,
    externalId: record.externalId,
    kind: record.paymentKind,
    customer: record.customerNumber,
    currency: record.amount.currency,
    on: record.receivedOn,
    amount: size(record.amount.minor),
    method: record.method ?? '',
    reference: record.reference ?? '',
    of: record.ofPayment ?? null,
    origin: { file, line: record.line },
  };
}

function application(file: string, record: ApplicationRecord, on: Day): IncomingApplication {
  return {
    company: null,
    externalId: record.externalId,
    on,
    source: record.source ?? null,
    kind: record.applicationKind,
    documentId: record.documentId,
    amount: record.amount.minor,
    origin: { file, line: record.line },
  };
}

function order(file: string, record: OrderRecord): IncomingOrder {
  return {
    company: record.company ?? null,
    number: record.externalId,
    customer: record.customerNumber,
    orderedOn: record.orderedOn,
    currency: record.amount.currency,
    amount: record.amount.minor,
    delivered: record.delivered,
    invoiced: record.invoiced,
    state: record.status,
    origin: { file, line: record.line },
  };
}

function terms(record: TermsRecord): IncomingTerms {
  return { company: record.company ?? null, code: record.code, definition: record.terms };
}

function size(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}

function positive(minor: bigint): bigint {
  return minor > 0n ? minor : 0n;
}
