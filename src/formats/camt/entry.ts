/**
 * One entry of a camt statement as bank lines.
 *
 *   entry of one payment   ──▶ one line, the entry's amount
 *   entry of several       ──▶ a line each, when their amounts make the entry's amount
 *                          ──▶ else one line, and a problem: no cent is invented
 *
 * The sign is `CdtDbtInd` and nothing else. A reversal keeps the sign of what it does to the
 * account: a debit marked as reversal takes a credit back.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { type Decimal } from '#kernel/decimal.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Currency, parseCurrency } from '#kernel/money.ts';
import { added, asMoney, comparable, exactAmount, negated } from '../exact.ts';
import { type BankTransaction, type FileProblem } from '../neutral.ts';
import { type BankFileRefusal } from '../reader.ts';
import { stated } from '../references.ts';
import { type XmlNode, all, at, firstText, textAt } from '../xml/node.ts';
import { channelOf, codeOf, isReturn } from './bank-code.ts';
import { counterparty } from './party.ts';
import { referencesOf, remittanceOf, saidIn } from './remittance.ts';

export type CamtEntry = {
  readonly amount: Decimal;
  readonly currency: Currency;
  readonly booked: boolean;
  readonly details: number;
  readonly transactions: readonly BankTransaction[];
};

/** What the entry does not say itself. */
export type EntryPlace = {
  /** Counted over the file from 1. */
  readonly entry: number;
  readonly firstRecord: number;
  /** The day of the statement, for entries without one. */
  readonly otherwiseOn: Day | undefined;
  readonly problems: FileProblem[];
};

/** Reads an `Ntry` element; refused where its amount, sign or day cannot be read. */
export function readEntry(node: XmlNode, place: EntryPlace): Outcome<CamtEntry, BankFileRefusal> {
  const bad = (path: string, reason: string) =>
    refuse('read.bad_record', {
      record: place.entry,
      path: `Ntry[${place.entry}]/${path}`,
      reason,
    });
  const amount = signedAmount(node);
  const currency = parseCurrency(at(node, 'Amt')?.attributes['Ccy'] ?? '');
  if (amount === undefined) return bad('Amt', 'an amount and CRDT or DBIT');
  if (currency === undefined) return bad('Amt/@Ccy', 'a currency code');
  const bookedOn = dayAt(node, 'BookgDt') ?? dayAt(node, 'ValDt') ?? place.otherwiseOn;
  if (bookedOn === undefined) return bad('BookgDt', 'a day');
  const details = detailsOf(node);
  const parts = partsOf(details, amount, currency, place);
  return accept({
    amount,
    currency,
    booked: statusOf(node) === 'booked',
    details: details.length,
    transactions: parts.map((part, index) =>
      transactionOf({ node, bookedOn, currency, ...part, several: parts.length > 1 }, index, place),
    ),
  });
}

type Part = { readonly details: readonly XmlNode[]; readonly amount: Decimal };
type LinePart = Part & {
  readonly node: XmlNode;
  readonly bookedOn: Day;
  readonly currency: Currency;
  readonly several: boolean;
};

/** `NtryDtls/TxDtls`; the first version had them in the entry itself. */
function detailsOf(node: XmlNode): readonly XmlNode[] {
  return [
    ...all(node, 'NtryDtls').flatMap((group) => all(group, 'TxDtls')),
    ...all(node, 'TxDtls'),
  ];
}

function partsOf(
  details: readonly XmlNode[],
  amount: Decimal,
  currency: Currency,
  place: EntryPlace,
): Part[] {
  if (details.length < 2) return [{ details, amount }];
  const parts = details.map((detail) => ({
    details: [detail],
    amount: detailAmount(detail, currency, amount.units < 0n),
  }));
  const amounts = parts.flatMap((part) => (part.amount === undefined ? [] : [part.amount]));
  const whole = amounts.length === parts.length && sameAmount(added(amounts), amount);
  if (whole)
    return parts.flatMap((part) => (part.amount ? [{ ...part, amount: part.amount }] : []));
  place.problems.push({
    record: place.firstRecord,
    code: 'camt.details_do_not_add_up',
    facts: { stated: comparable(amount), found: comparable(added(amounts)) },
  });
  return [{ details, amount }];
}

function sameAmount(a: Decimal, b: Decimal): boolean {
  return comparable(a) === comparable(b);
}

/** Later versions have the amount in the details, the second one among the amount details. */
function detailAmount(node: XmlNode, currency: Currency, debit: boolean): Decimal | undefined {
  const paths = [['Amt'], ['AmtDtls', 'TxAmt', 'Amt'], ['AmtDtls', 'InstdAmt', 'Amt']];
  const found = paths
    .map((path) => at(node, ...path))
    .find((one) => one?.attributes['Ccy'] === currency);
  const amount = exactAmount(found?.text ?? '');
  if (amount === undefined) return undefined;
  const own = textAt(node, 'CdtDbtInd');
  return (own === undefined ? debit : own === 'DBIT') ? negated(amount) : amount;
}

function transactionOf(part: LinePart, index: number, place: EntryPlace): BankTransaction {
  const { node, details, currency } = part;
  const [detail] = details;
  const record = place.firstRecord + index;
  const amount = asMoney(part.amount, currency);
  if (amount.rounded) {
    const facts = { amount: comparable(part.amount) };
    place.problems.push({ record, code: 'read.finer_than_currency', facts });
  }
  const valueOn = dayAt(node, 'ValDt');
  const code = codeOf(node, detail);
  const externalId = identityOf(part, index);
  const returned = returnedOf(node, detail);
  const remittance = details.length === 1 ? remittanceOf(detail, record, amount.money) : undefined;
  const checkNumber = textAt(detail, 'Refs', 'ChqNb');
  return {
    record,
    ...(externalId === undefined ? {} : { externalId }),
    bookedOn: part.bookedOn,
    ...(valueOn === undefined ? {} : { valueOn }),
    amount: amount.money,
    status: statusOf(node),
    ...(code === undefined ? {} : { code }),
    channel: channelOf(code),
    ...(returned === undefined ? {} : { returned }),
    ...counterparty(details, part.amount.units < 0n, isReversal(node)),
    ...(checkNumber === undefined ? {} : { checkNumber }),
    references: stated(details.flatMap(referencesOf)),
    text: [...details.flatMap(saidIn), textAt(node, 'AddtlNtryInf')]
      .filter((line) => line !== undefined)
      .join('\n'),
    ...(remittance === undefined ? {} : { remittance }),
  };
}

/** The bank's identity: of the payment, else of the entry with the payment's place in it. */
function identityOf({ node, details, several }: LinePart, index: number): string | undefined {
  const own = firstText(details[0], ['Refs', 'AcctSvcrRef'], ['Refs', 'UETR']);
  const [entry] = stated([textAt(node, 'AcctSvcrRef')]);
  if (!several) return entry ?? stated([own])[0];
  return stated([own])[0] ?? (entry === undefined ? undefined : `${entry}/${index + 1}`);
}

function returnedOf(
  node: XmlNode,
  detail: XmlNode | undefined,
): BankTransaction['returned'] | undefined {
  const reason = firstText(detail, ['RtrInf', 'Rsn', 'Cd'], ['RtrInf', 'Rsn', 'Prtry']);
  const inOldWords = firstText(detail, ['RtrInf', 'RtrRsn', 'Cd'], ['RtrInf', 'RtrRsn', 'Prtry']);
  const reversal = isReversal(node) ? 'reversal' : undefined;
  const coded = isReturn(codeOf(node, detail)) ? 'unknown' : undefined;
  const found = reason ?? inOldWords ?? (at(detail, 'RtrInf') ? 'unknown' : reversal) ?? coded;
  if (found === undefined) return undefined;
  const [originalId] = stated([textAt(detail, 'Refs', 'EndToEndId')]);
  return { reason: found, ...(originalId === undefined ? {} : { originalId }) };
}

/** XML writes yes as `true` or as `1`. */
function isReversal(node: XmlNode): boolean {
  return /^(?:true|1)$/u.test(textAt(node, 'RvslInd') ?? '');
}

function statusOf(node: XmlNode): BankTransaction['status'] {
  const status = firstText(node, ['Sts', 'Cd'], ['Sts', 'Prtry'], ['Sts']) ?? 'BOOK';
  if (status === 'BOOK') return 'booked';
  return status === 'INFO' ? 'information' : 'pending';
}

/** Amount with the sign of `CdtDbtInd`; undefined when either cannot be read. */
export function signedAmount(node: XmlNode): Decimal | undefined {
  const amount = exactAmount(textAt(node, 'Amt') ?? '');
  const side = textAt(node, 'CdtDbtInd');
  if (amount === undefined || amount.units < 0n) return undefined;
  if (side === 'DBIT') return negated(amount);
  return side === 'CRDT' ? amount : undefined;
}

/** The day of a date or an instant as the bank wrote it, in the bank's own zone. */
export function dayAt(node: XmlNode | undefined, ...path: readonly string[]): Day | undefined {
  const text = firstText(node, [...path, 'Dt'], [...path, 'DtTm'], path);
  return parseDay((text ?? '').slice(0, 10));
}
