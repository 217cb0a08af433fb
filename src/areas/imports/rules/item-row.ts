/**
 * One row of a list of invoices and credits as an item.
 *
 * What is owed comes out positive and credits negative, however the source signs them. The
 * amount that goes into the ledger is the original when the row is open in full or says on
 * which day it was paid; of a row paid in part only the open rest is known for certain.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Currency, type Money, isZero, minus, negate, zero } from '#kernel/money.ts';
import { documentKindOf } from './document-kind.ts';
import { type DisputeFacts, type DocumentKind, type ItemRecord } from './records.ts';
import {
  type ReadingRow,
  amountOf,
  codeOf,
  countOf,
  currencyOf,
  dateOf,
  flagOf,
  refuseRow,
  textOf,
  warnRow,
} from './row-reader.ts';

/** The item on a row; undefined with problems noted, or `closed` for one settled long ago. */
export function itemOf(row: ReadingRow): ItemRecord | 'closed' | undefined {
  const currency = currencyOf(row);
  const identity = readIdentity(row);
  const days = readDays(row);
  const money = currency === undefined ? undefined : readMoney(row, currency, days.paidOn);
  const rest = readRest(row, currency);
  if (row.problems.length > 0) return undefined;
  if (money === 'closed') return money;
  if (identity === undefined || days.due === undefined || money === undefined) return undefined;
  const { due, paidOn } = days;
  if (due.dueOn < due.issuedOn) {
    warnRow(row, 'dueOn', 'import.due_before_issue', { issuedOn: due.issuedOn, dueOn: due.dueOn });
  }
  return {
    line: row.row.line,
    ...identity,
    ...due,
    ...money,
    ...rest,
    paidOn: row.plan.withApplications || isPartly(money) ? undefined : paidOn,
  };
}

/** Only the open rest is in the ledger, so the day says when a part was paid. */
function isPartly(money: ItemMoney): boolean {
  return money.amount.minor !== money.original.minor;
}

type Identity = Pick<
  ItemRecord,
  'externalId' | 'number' | 'instalment' | 'customerNumber' | 'customerName' | 'company'
>;

function readIdentity(row: ReadingRow): Identity | undefined {
  const ownId = codeOf(row, 'externalId');
  const ownNumber = codeOf(row, 'number');
  const customerCode = codeOf(row, 'customerNumber');
  const customerName = textOf(row, 'customerName');
  const number = ownNumber ?? ownId;
  // A file that numbers its customers must number each; the name would found another account.
  const numbered = row.plan.columnOf.has('customerNumber');
  const customerNumber = customerCode ?? (numbered ? undefined : customerName);
  if (number === undefined) refuseRow(row, 'number', 'import.value_missing');
  if (customerNumber === undefined) refuseRow(row, 'customerNumber', 'import.value_missing');
  if (number === undefined || customerNumber === undefined) return undefined;
  return {
    externalId: ownId ?? number,
    number,
    instalment: countOf(row, 'instalment'),
    customerNumber,
    customerName,
    company: textOf(row, 'company') ?? row.plan.company,
  };
}

type Due = { readonly issuedOn: Day; readonly dueOn: Day; readonly netDays: number | undefined };

/** A missing due day follows from the terms' days, or is the issue day itself. */
function readDays(row: ReadingRow): { due: Due | undefined; paidOn: Day | undefined } {
  const issued = dateOf(row, 'issuedOn');
  const stated = dateOf(row, 'dueOn');
  const netDays = countOf(row, 'netDays');
  const paidOn = dateOf(row, 'paidOn');
  const dueOn = stated ?? (issued && plusDays(issued, netDays ?? 0));
  const issuedOn = issued ?? dueOn;
  if (issuedOn === undefined || dueOn === undefined) {
    if (row.problems.length === 0) refuseRow(row, 'dueOn', 'import.value_missing');
    return { due: undefined, paidOn };
  }
  return { due: { issuedOn, dueOn, netDays }, paidOn };
}

type ItemMoney = Pick<
  ItemRecord,
  'documentKind' | 'currency' | 'original' | 'amount' | 'net' | 'tax'
>;

function readMoney(
  row: ReadingRow,
  currency: Currency,
  paidOn: Day | undefined,
): ItemMoney | 'closed' | undefined {
  const open = amountOf(row, 'open', currency);
  const original = readOriginal(row, currency) ?? open;
  const settled = amountOf(row, 'settled', currency);
  const net = amountOf(row, 'net', currency);
  const tax = amountOf(row, 'tax', currency);
  if (row.problems.length > 0) return undefined;
  if (original === undefined) return refuseRow(row, 'original', 'import.value_missing');
  if (isZero(original)) return refuseRow(row, 'original', 'import.amount_zero');
  const documentKind = readKind(row, original);
  if (documentKind === undefined) return undefined;
  const sign = signOf(documentKind, original);
  const signed = { original: sign(original), net: net && sign(net), tax: tax && sign(tax) };
  const rest = open ?? (settled === undefined ? undefined : minus(original, settled));
  checkSplit(row, original, open, settled);
  const amount = row.plan.withApplications
    ? signed.original
    : ledgerAmount(row, signed.original, rest && sign(rest), paidOn);
  if (amount === 'closed' || amount === undefined) return amount;
  return { documentKind, currency, amount, ...signed };
}

function readOriginal(row: ReadingRow, currency: Currency): Money | undefined {
  const original = amountOf(row, 'original', currency);
  if (original !== undefined) return original;
  const debit = amountOf(row, 'debit', currency);
  const credit = amountOf(row, 'credit', currency);
  if (debit === undefined && credit === undefined) return undefined;
  return minus(debit ?? zero(currency), credit ?? zero(currency));
}

/** What the row says it is; without a word for it, its sign decides. */
function readKind(row: ReadingRow, original: Money): DocumentKind | undefined {
  const word = textOf(row, 'documentKind');
  const bySign = original.minor < 0n ? 'credit_memo' : 'invoice';
  if (word === undefined) return row.plan.documentKind ?? bySign;
  const kind = documentKindOf(word);
  if (kind === undefined) {
    warnRow(row, 'documentKind', 'import.document_kind_unknown');
    return bySign;
  }
  const isCredit = kind === 'credit_memo' || kind === 'receipt';
  if (isCredit && original.minor > 0n && !row.plan.unsignedCredits) {
    return refuseRow(row, 'original', 'import.credit_memo_positive');
  }
  if (!isCredit && original.minor < 0n) {
    warnRow(row, 'original', 'import.negative_invoice');
    return 'credit_memo';
  }
  return kind;
}

/** Credits are negative whatever the file's sign says of them. */
function signOf(kind: DocumentKind, original: Money): (amount: Money) => Money {
  const isCredit = kind === 'credit_memo' || kind === 'receipt';
  return isCredit && original.minor > 0n ? negate : (amount) => amount;
}

function checkSplit(
  row: ReadingRow,
  original: Money,
  open: Money | undefined,
  settled: Money | undefined,
): void {
  if (open === undefined || settled === undefined) return;
  if (open.minor + settled.minor !== original.minor)
    warnRow(row, 'settled', 'import.amounts_disagree');
}

/** The original, the open rest, or `closed` when nothing is open and no day says since when. */
function ledgerAmount(
  row: ReadingRow,
  original: Money,
  rest: Money | undefined,
  paidOn: Day | undefined,
): Money | 'closed' | undefined {
  if (rest === undefined || rest.minor === original.minor) return original;
  if (isZero(rest)) return paidOn === undefined ? 'closed' : original;
  const beyond = original.minor < 0n ? rest.minor < original.minor : rest.minor > original.minor;
  if (beyond || rest.minor < 0n !== original.minor < 0n) {
    return refuseRow(row, 'open', 'import.open_beyond_original');
  }
  return rest;
}

type Rest = Omit<ItemRecord, keyof Identity | keyof Due | keyof ItemMoney | 'line' | 'paidOn'>;

function readRest(row: ReadingRow, currency: Currency | undefined): Rest {
  return {
    termsCode: textOf(row, 'termsCode'),
    poNumber: textOf(row, 'poNumber'),
    orderNumber: textOf(row, 'orderNumber'),
    credits: codeOf(row, 'credits'),
    reference: textOf(row, 'reference'),
    dispute: readDispute(row),
    collector: textOf(row, 'collector'),
    discountOn: dateOf(row, 'discountOn'),
    discount: currency === undefined ? undefined : discountOf(row, currency),
    exchangeRate: textOf(row, 'exchangeRate'),
    email: textOf(row, 'email'),
    country: textOf(row, 'country'),
  };
}

function discountOf(row: ReadingRow, currency: Currency): Money | undefined {
  const discount = amountOf(row, 'discount', currency);
  return discount === undefined || isZero(discount) ? undefined : discount;
}

function readDispute(row: ReadingRow): DisputeFacts | undefined {
  const flagged = flagOf(row, 'disputed');
  const on = dateOf(row, 'disputedOn');
  const resolvedOn = dateOf(row, 'disputeResolvedOn');
  if (flagged !== true && on === undefined) return undefined;
  return {
    on,
    resolvedOn,
    reason: textOf(row, 'disputeReason'),
    outcome: textOf(row, 'disputeOutcome'),
  };
}
