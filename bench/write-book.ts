/**
 * Writes an invented book as the neutral folder of CSV files that `dunlin import` reads:
 * customers, terms, invoices, payments, applications; amounts in cents, days in ISO 8601.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {
  Incoming,
  IncomingApplication,
  IncomingCustomer,
  IncomingDocument,
  IncomingPayment,
} from '#areas/imports/rules/incoming.ts';
import { csvCell } from '#formats/csv/write.ts';

type Cell = string | number | bigint | boolean | null;

/** Makes the folder; files that are there are written anew. */
export function writeBook(folder: string, book: Incoming): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, header: string, rows: readonly (readonly Cell[])[]): void => {
    const lines = [header, ...rows.map((row) => row.map(text).join(','))];
    writeFileSync(path.join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  };
  write('customers', customerColumns, book.customers.map(customerRow));
  write('terms', termsColumns, terms);
  write('invoices', invoiceColumns, book.documents.map(invoiceRow));
  write('payments', paymentColumns, book.payments.map(paymentRow));
  write('applications', applicationColumns, book.applications.map(applicationRow));
}

function text(cell: Cell): string {
  if (cell === null) return '';
  return csvCell(typeof cell === 'boolean' ? String(Number(cell)) : String(cell));
}

const customerColumns =
  'customer_id,name,parent_id,payer_id,segment,terms_code,credit_limit_cents,language,email,' +
  'phone,city,state,zip,resale_exempt,hidden_profile';

function customerRow(row: IncomingCustomer): Cell[] {
  const { number, name, parent, payer, segment, termsCode, creditLimit, language } = row;
  const who = [number, name, parent, payer ?? number, segment, termsCode, creditLimit, language];
  const where = [row.email, row.phone, row.city, row.state, row.postalCode];
  return [...who, ...where, row.taxExempt ?? false, null];
}

const termsColumns = 'terms_code,net_days,eom,discount_permille,discount_days';

/** As the invented customers have them. */
const terms: readonly (readonly Cell[])[] = [
  ['NET30', 30, 0, 0, 0],
  ['NET15', 15, 0, 0, 0],
  ['NET45', 45, 0, 0, 0],
  ['2/10N30', 30, 0, 20, 10],
  ['EOM30', 30, 1, 0, 0],
];

const invoiceColumns =
  'doc_id,doc_type,number,customer_id,issue_date,due_date,terms_code,discount_date,' +
  'discount_cents,currency,net_cents,tax_cents,total_cents,po_number,order_id,credits_doc_id,' +
  'disputed_on,dispute_resolved_on,dispute_reason';

function invoiceRow(row: IncomingDocument): Cell[] {
  const { externalId, kind, number, customer, issuedOn, dueOn, termsCode, dispute } = row;
  const type = kind === 'credit_memo' ? 'CM' : 'INV';
  const sign = kind === 'credit_memo' ? -1n : 1n;
  const what = [externalId, type, number, customer, issuedOn, dueOn, termsCode];
  const amounts = [row.currency, sign * row.net, sign * row.tax, sign * row.amount];
  const links = [row.reference, row.orderNumber, row.credits];
  const contested = [dispute?.on ?? null, dispute?.resolvedOn ?? null, dispute?.reason ?? null];
  return [...what, row.discountOn, row.discount ?? 0n, ...amounts, ...links, ...contested];
}

const paymentColumns =
  'payment_id,type,customer_id,posted_on,method,reference,currency,amount_cents,ref_payment_id';
const paymentTypes = { receipt: 'RECEIPT', refund: 'REFUND', return: 'NSF' } as const;

function paymentRow(row: IncomingPayment): Cell[] {
  const { externalId, kind, customer, on, method, reference, currency, amount, of } = row;
  const signed = kind === 'receipt' ? amount : -amount;
  return [externalId, paymentTypes[kind], customer, on, method, reference, currency, signed, of];
}

const applicationColumns =
  'application_id,applied_on,source_type,source_id,kind,invoice_id,amount_cents';

function applicationRow(row: IncomingApplication): Cell[] {
  const { externalId, on, source, kind, documentId, amount } = row;
  const type = source === null ? 'ADJ' : source.kind === 'payment' ? 'PAY' : 'CM';
  const stated = kind === 'write_off' ? 'writeoff' : kind;
  return [externalId, on, type, source?.id ?? null, stated, documentId, amount];
}
