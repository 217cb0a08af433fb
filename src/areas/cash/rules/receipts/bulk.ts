/**
 * One credit of the bank for many payments, whose payers another file names: an ACH settlement
 * before its 820, a lockbox deposit before its list of checks.
 *
 *   credited ──▶ awaiting its details ──they come, to the cent──▶ split into its payments
 *                       └──a person knows better──▶ one payment, as any
 *
 * Only details that come to the very amount split it. Two lists that fit equally, or two credits
 * that one list fits, are a question for a person: money at a wrong payer pays wrong invoices.
 */
import { daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { BankLine } from './from-bank.ts';
import { type Loose, type Payment, markOf } from './remittance.ts';

/** ACH settlement (BAI2 type 166): several payments in one sum. */
const bulkCodes = ['bai:166'];

const bulkWords =
  /\b(?:ACH (?:BULK|BATCH|SETTLEMENT)|(?:BULK|CONSOLIDATED|BATCH) (?:ACH )?CREDITS?|LOTE ACH)\b/iu;
const bulkWordsSpanish = /\b(?:ABONO|PAGO)S? (?:MASIVO|CONSOLIDADO)S?\b/iu;
const counted = /\b(?:[2-9]|[1-9]\d+) (?:ITEMS|CREDITS|ENTRIES|PAYMENTS|PAGOS|ABONOS)\b/iu;

type Told = Pick<
  BankLine,
  'amount' | 'channel' | 'code' | 'checkNumber' | 'payerName' | 'said' | 'remittance' | 'listedAs'
>;

/** Does the bank speak of several payments, and of no payer? */
export function isBulk(line: Told): boolean {
  if (line.amount.minor <= 0n || line.listedAs === 'notices') return false;
  if (line.remittance.length > 0 || line.checkNumber !== '' || line.payerName !== '') return false;
  if (line.channel === 'lockbox') return true;
  if (line.channel !== 'ach') return false;
  const said = [bulkWords, bulkWordsSpanish, counted].some((words) => words.test(line.said));
  return said || bulkCodes.includes(line.code);
}

/** A list of one payment, and the file that it came in. */
export type Detail = Loose & { readonly remittanceId: Id; readonly fileId: Id };
export type Bulk = Payment & { readonly awaiting: boolean };

/** Details come within so many days of their credit. */
const nearDays = 7;

/**
 * The payments that a credit is made of; undefined as long as they are not all there, or fit
 * another credit as well. What was not awaited is split only by its own number.
 */
export function detailsOf<D extends Detail>(
  bulk: Bulk,
  bulks: readonly Bulk[],
  loose: readonly D[],
): readonly D[] | undefined {
  const near = loose.filter((each) => isNear(each, bulk));
  const named = near.filter((each) => bearsNumber(each, bulk));
  if (named.length > 1 && comesTo(named, bulk)) return named;
  if (!bulk.awaiting) return undefined;
  const lists = listsOf(near).filter((list) => comesTo(list, bulk));
  const [list] = lists;
  const whole = list && named.every((each) => list.includes(each));
  if (!whole || lists.some((other) => !sameOnes(other, list))) return undefined;
  const rivals = bulks.filter(
    (each) =>
      each.receiptId !== bulk.receiptId &&
      each.awaiting &&
      list.every((one) => isNear(one, each)) &&
      comesTo(list, each),
  );
  return rivals.length === 0 || named.length === list.length ? list : undefined;
}

function isNear({ currency, paidOn, total }: Detail, { amount, receivedOn }: Bulk): boolean {
  if (currency !== amount.currency || total === null || total <= 0n) return false;
  return paidOn === null || Math.abs(daysBetween(paidOn, receivedOn)) <= nearDays;
}

function bearsNumber({ paymentReference }: Detail, { marks }: Bulk): boolean {
  const wanted = markOf(paymentReference);
  return wanted !== '' && marks.some((mark) => markOf(mark) === wanted);
}

/** What may be the details of one credit: a whole file, or its part of one number or one day. */
function listsOf<D extends Detail>(details: readonly D[]): D[][] {
  const by = (key: (detail: D) => string): D[][] => [...Map.groupBy(details, key).values()];
  return [
    ...by(({ fileId }) => fileId),
    ...by(({ fileId, paymentReference }) => `${fileId} ${paymentReference}`),
    ...by(({ fileId, paidOn }) => `${fileId} ${paidOn ?? ''}`),
  ];
}

function comesTo(details: readonly Detail[], { amount }: Bulk): boolean {
  return details.reduce((sum, { total }) => sum + (total ?? 0n), 0n) === amount.minor;
}

function sameOnes(one: readonly Detail[], other: readonly Detail[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}

/** Payments of one file that a statement may hold as one sum. */
export type Noticed = Pick<
  BankLine,
  'lineId' | 'bankAccountId' | 'fileId' | 'bookedOn' | 'amount' | 'channel' | 'listedAs' | 'refs'
>;
/** A credit of a statement that came before the list of its payments. */
export type Credited = Pick<BankLine, 'bankAccountId' | 'bookedOn' | 'amount' | 'channel'> & {
  readonly receiptId: Id;
  /** It waits; otherwise somebody has posted it as one payment. */
  readonly waits: boolean;
  readonly bulk: boolean;
  readonly refs: readonly string[];
};

export type ListedCredit = { readonly credit: Credited; readonly lineIds: readonly Id[] };

/** A list comes within so many days of its sum. */
const listDays = 5;

/**
 * Which lists of single payments are credits that the desk has already: one list, one credit.
 * What was posted as one payment is recognised only when it looked like several, or bears the
 * same number; two equal amounts alone may be two payments.
 */
export function listedCredits(
  lines: readonly Noticed[],
  credits: readonly Credited[],
): ListedCredit[] {
  const notices = lines.filter((line) => line.listedAs === 'notices' && line.amount.minor > 0n);
  const lists = [...Map.groupBy(notices, listKey).values()];
  const taken = new Set<Id>();
  return lists.flatMap((list) => {
    const fits = credits.filter((each) => !taken.has(each.receiptId) && isSumOf(each, list));
    const [credit] = fits;
    if (!credit || fits.length > 1) return [];
    taken.add(credit.receiptId);
    return [{ credit, lineIds: list.map(({ lineId }) => lineId) }];
  });
}

function listKey({ fileId, bankAccountId, bookedOn, channel, amount }: Noticed): string {
  return [fileId, bankAccountId, bookedOn, channel, amount.currency].join(' ');
}

function isSumOf(credit: Credited, list: readonly Noticed[]): boolean {
  const [first] = list;
  if (!first || credit.bankAccountId !== first.bankAccountId) return false;
  if (credit.amount.currency !== first.amount.currency) return false;
  if (Math.abs(daysBetween(credit.bookedOn, first.bookedOn)) > listDays) return false;
  const sum = list.reduce((total, { amount }) => total + amount.minor, 0n);
  if (sum !== credit.amount.minor || !sameRail(credit.channel, first.channel)) return false;
  const sharesNumber = list.some(({ refs }) => refs.some((ref) => credit.refs.includes(ref)));
  return credit.waits || sharesNumber || (credit.bulk && list.length > 1);
}

/** On a statement, checks that were deposited together go by one of these. */
function sameRail(onStatement: string, listed: string): boolean {
  return onStatement === listed || ['lockbox', 'check', 'other'].includes(onStatement);
}
