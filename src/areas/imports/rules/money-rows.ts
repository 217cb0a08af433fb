/**
 * Rows about money that moved or will move: payments, applications of payments, orders.
 *
 * A refund and a returned payment are negative payments, whichever sign the source gives
 * them. An application against a document is positive; a negative one takes it back.
 */
import { type Money, isZero, negate } from '#kernel/money.ts';
import { applicationKindOf, documentKindOf, paymentKindOf } from './document-kind.ts';
import {
  type ApplicationKind,
  type ApplicationRecord,
  type OrderRecord,
  type PaymentKind,
  type PaymentRecord,
} from './records.ts';
import {
  type ReadingRow,
  amountOf,
  codeOf,
  composedId,
  currencyOf,
  dateOf,
  refuseRow,
  textOf,
  warnRow,
} from './row-reader.ts';

/** The payment on a row; undefined with problems noted. */
export function paymentOf(row: ReadingRow): PaymentRecord | undefined {
  const customerName = textOf(row, 'customerName');
  const customerNumber = codeOf(row, 'customerNumber') ?? customerName;
  const reference = textOf(row, 'reference');
  const externalId = composedId(row) ?? codeOf(row, 'externalId') ?? reference;
  const receivedOn = dateOf(row, 'receivedOn');
  const currency = currencyOf(row);
  const amount = currency && amountOf(row, 'amount', currency);
  const unapplied = currency && amountOf(row, 'unapplied', currency);
  if (row.problems.length > 0) return undefined;
  if (externalId === undefined) return refuseRow(row, 'externalId', 'import.value_missing');
  if (customerNumber === undefined) return refuseRow(row, 'customerNumber', 'import.value_missing');
  if (receivedOn === undefined) return refuseRow(row, 'receivedOn', 'import.value_missing');
  if (amount === undefined) return refuseRow(row, 'amount', 'import.value_missing');
  if (isZero(amount)) return refuseRow(row, 'amount', 'import.amount_zero');
  const paymentKind = readPaymentKind(row, amount.minor);
  return {
    line: row.row.line,
    externalId,
    paymentKind,
    customerNumber,
    customerName,
    company: textOf(row, 'company') ?? row.plan.company,
    receivedOn,
    method: textOf(row, 'method'),
    reference,
    amount: paymentKind !== 'receipt' && amount.minor > 0n ? negate(amount) : amount,
    unapplied,
    ofPayment: codeOf(row, 'ofPayment'),
  };
}

/** What the row says it is; a word that is not known leaves it to the sign. */
function readPaymentKind(row: ReadingRow, minor: bigint): PaymentKind {
  const word = textOf(row, 'paymentKind');
  const known = word === undefined ? row.plan.paymentKind : paymentKindOf(word);
  if (word !== undefined && known === undefined) {
    warnRow(row, 'paymentKind', 'import.document_kind_unknown');
  }
  if (known === undefined || known === 'receipt') return minor < 0n ? 'refund' : 'receipt';
  return known;
}

/** The application on a row; undefined with problems noted. */
export function applicationOf(row: ReadingRow): ApplicationRecord | undefined {
  const source = readSource(row);
  const documentId = codeOf(row, 'documentId');
  const appliedOn = dateOf(row, 'appliedOn');
  const currency = currencyOf(row);
  const amount = currency && amountOf(row, 'amount', currency);
  const ownId = composedId(row) ?? codeOf(row, 'externalId');
  const applicationKind = readApplicationKind(row, source);
  if (row.problems.length > 0 || applicationKind === undefined) return undefined;
  if (documentId === undefined) return refuseRow(row, 'documentId', 'import.value_missing');
  if (amount === undefined) return refuseRow(row, 'amount', 'import.value_missing');
  if (isZero(amount)) return refuseRow(row, 'amount', 'import.amount_zero');
  const externalId = ownId ?? [source?.id ?? '', documentId, appliedOn ?? ''].join('/');
  return {
    line: row.row.line,
    externalId,
    appliedOn,
    source,
    applicationKind,
    documentId,
    amount,
  };
}

/** Money comes from a payment unless the row names a credit memo or an adjustment. */
function readSource(row: ReadingRow): ApplicationRecord['source'] {
  const word = textOf(row, 'sourceKind');
  const id = codeOf(row, 'sourceId');
  if (word !== undefined && /^(?:adj|ajuste)/iu.test(word)) return undefined;
  if (id === undefined) return refuseRow(row, 'sourceId', 'import.source_missing');
  const isMemo = word !== undefined && documentKindOf(word) === 'credit_memo';
  return { kind: isMemo ? 'credit_memo' : 'payment', id };
}

function readApplicationKind(
  row: ReadingRow,
  source: ApplicationRecord['source'],
): ApplicationKind | undefined {
  const word = textOf(row, 'applicationKind');
  if (word === undefined) return source?.kind === 'credit_memo' ? 'credit' : 'payment';
  const known = applicationKindOf(word);
  return known ?? refuseRow(row, 'applicationKind', 'import.application_kind_unknown');
}

/** The order on a row; undefined with problems noted. */
export function orderOf(row: ReadingRow): OrderRecord | undefined {
  const customerName = textOf(row, 'customerName');
  const customerNumber = codeOf(row, 'customerNumber') ?? customerName;
  const externalId = codeOf(row, 'externalId');
  const orderedOn = dateOf(row, 'orderedOn');
  const currency = currencyOf(row);
  const amount = currency && amountOf(row, 'amount', currency);
  const delivered = currency && amountOf(row, 'delivered', currency);
  const invoiced = currency && amountOf(row, 'invoiced', currency);
  const documentId = codeOf(row, 'documentId');
  if (row.problems.length > 0) return undefined;
  if (externalId === undefined) return refuseRow(row, 'externalId', 'import.value_missing');
  if (customerNumber === undefined) return refuseRow(row, 'customerNumber', 'import.value_missing');
  if (orderedOn === undefined) return refuseRow(row, 'orderedOn', 'import.value_missing');
  if (amount === undefined) return refuseRow(row, 'amount', 'import.value_missing');
  const below = belowZero({ amount, delivered, invoiced });
  if (below !== undefined) return refuseRow(row, below, 'import.order_below_zero');
  const billed = documentId !== undefined && invoiced === undefined;
  return {
    line: row.row.line,
    externalId,
    customerNumber,
    customerName,
    company: textOf(row, 'company') ?? row.plan.company,
    orderedOn,
    amount,
    delivered: delivered?.minor ?? 0n,
    invoiced: invoiced?.minor ?? 0n,
    status: readStatus(textOf(row, 'status'), billed),
    documentId,
  };
}

/** The field of an order that is less than nothing. */
function belowZero(
  amounts: Readonly<Record<'amount' | 'delivered' | 'invoiced', Money | undefined>>,
): 'amount' | 'delivered' | 'invoiced' | undefined {
  const fields = ['amount', 'delivered', 'invoiced'] as const;
  return fields.find((field) => (amounts[field]?.minor ?? 0n) < 0n);
}

/** An order with an invoice and no word of how much is billed is billed as a whole. */
function readStatus(word: string | undefined, billed: boolean): OrderRecord['status'] {
  if (/^(?:cancel|anul|void|closed without)/iu.test(word ?? '')) return 'cancelled';
  if (/^(?:invoiced|billed|facturad|complete|shipped and)/iu.test(word ?? '')) return 'invoiced';
  if (/^(?:closed|finished|cerrad|terminad)/iu.test(word ?? '')) return 'closed';
  return billed ? 'invoiced' : 'open';
}
