/** Books from outside for tests: one record at a time, with what a test does not care about. */
import { day } from '#kernel/day.ts';
import { type Currency, currency, parseMoney } from '#kernel/money.ts';
import type {
  Incoming,
  IncomingApplication,
  IncomingDocument,
  IncomingPayment,
} from '#areas/imports/rules/incoming.ts';

export const nothingIncoming: Incoming = {
  customers: [],
  terms: [],
  documents: [],
  payments: [],
  applications: [],
  orders: [],
};

type Told<T> = Partial<Omit<T, 'currency' | 'amount'>> & {
  readonly currency?: string;
  readonly amount?: string;
};

/** An invoice of 100.00 of customer C1, issued 2026-06-01, due 2026-07-01. */
export function anInvoice(number: string, told: Told<IncomingDocument> = {}): IncomingDocument {
  const code = currency(told.currency ?? 'USD');
  const amount = minor(told.amount ?? '100.00', code);
  return {
    company: null,
    externalId: number,
    kind: 'invoice',
    number,
    customer: 'C1',
    customerName: null,
    issuedOn: day('2026-06-01'),
    dueOn: day('2026-07-01'),
    net: amount,
    tax: 0n,
    reference: null,
    orderNumber: null,
    termsCode: null,
    discountOn: null,
    discount: null,
    credits: null,
    paidOn: null,
    dispute: null,
    exchangeRate: null,
    origin: { file: 'items.csv', line: 2 },
    ...told,
    currency: code,
    amount,
  };
}

/** A receipt of 100.00 from customer C1 on 2026-06-20. */
export function aReceipt(externalId: string, told: Told<IncomingPayment> = {}): IncomingPayment {
  const code = currency(told.currency ?? 'USD');
  return {
    company: null,
    externalId,
    kind: 'receipt',
    customer: 'C1',
    on: day('2026-06-20'),
    method: 'check',
    reference: '4711',
    of: null,
    origin: { file: 'payments.csv', line: 2 },
    ...told,
    currency: code,
    amount: minor(told.amount ?? '100.00', code),
  };
}

/** An application of 100.00 from payment P1 onto document 1 on 2026-06-20. */
export function anApplication(
  externalId: string,
  told: Partial<Omit<IncomingApplication, 'amount'>> & { readonly amount?: string } = {},
): IncomingApplication {
  return {
    company: null,
    externalId,
    on: day('2026-06-20'),
    source: { kind: 'payment', id: 'P1' },
    kind: 'payment',
    documentId: '1',
    origin: { file: 'applications.csv', line: 2 },
    ...told,
    amount: minor(told.amount ?? '100.00', currency('USD')),
  };
}

function minor(text: string, code: Currency): bigint {
  const parsed = parseMoney(text, code);
  if (!parsed) throw new RangeError(`not an amount: ${text}`);
  return parsed.minor;
}
