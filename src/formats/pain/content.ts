/**
 * What a pain file orders, read from its elements: our own files back, and those of others
 * as far as they say the same things.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { type Decimal } from '#kernel/decimal.ts';
import { type Money, parseCurrency } from '#kernel/money.ts';
import { asMoney, exactAmount } from '../exact.ts';
import { type XmlNode, at, firstText, textAt } from '../xml/node.ts';
import {
  type AccountHolder,
  type Collection,
  type CollectionBatch,
  type Payment,
  type PostalAddress,
  type Purpose,
  type TransferBatch,
} from './order.ts';

export type PainPayment = {
  /** As the file writes it, exactly. */
  readonly exact: Decimal;
  readonly payment: Payment | Collection;
};

/** A batch while its file is read: its small elements, then its payments. */
export type PainBatch = {
  readonly facts: Map<string, XmlNode>;
  readonly payments: PainPayment[];
};

/** The day of a batch, in either version's shape; undefined when it is none. */
export function dayOfBatch({ facts }: PainBatch): Day | undefined {
  return parseDay((dateText({ facts }) ?? '').slice(0, 10));
}

/** As the file writes it. */
export function dateText({ facts }: Pick<PainBatch, 'facts'>): string | undefined {
  const node = facts.get('ReqdExctnDt') ?? facts.get('ReqdColltnDt');
  return firstText(node, ['Dt'], ['DtTm'], []);
}

/** Reads one payment; says what it expected where amount, currency or mandate cannot be read. */
export function readPayment(node: XmlNode): PainPayment | string {
  const amountNode =
    at(node, 'Amt', 'InstdAmt') ?? at(node, 'InstdAmt') ?? at(node, 'Amt', 'EqvtAmt', 'Amt');
  const exact = exactAmount(amountNode?.text ?? '');
  const currency = parseCurrency(amountNode?.attributes['Ccy'] ?? '');
  if (exact === undefined || exact.units < 0n) return 'an amount in InstdAmt';
  if (currency === undefined) return 'a currency in InstdAmt/@Ccy';
  const collected = node.name === 'DrctDbtTxInf';
  const payment = paymentOf(node, asMoney(exact, currency).money, collected ? 'Dbtr' : 'Cdtr');
  if (!collected) return { exact, payment };
  const mandate = at(node, 'DrctDbtTx', 'MndtRltdInf');
  const signedOn = parseDay(textAt(mandate, 'DtOfSgntr') ?? '');
  const mandateId = textAt(mandate, 'MndtId') ?? '';
  if (signedOn === undefined) return 'a day in DtOfSgntr';
  return { exact, payment: { ...payment, mandateId, signedOn } };
}

function paymentOf(node: XmlNode, amount: Money, role: 'Dbtr' | 'Cdtr'): Payment {
  const instructionId = textAt(node, 'PmtId', 'InstrId');
  const purpose = purposeOf(node);
  return {
    endToEndId: textAt(node, 'PmtId', 'EndToEndId') ?? '',
    ...(instructionId === undefined ? {} : { instructionId }),
    amount,
    other: holderOf(role, (name) => at(node, name)),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

function purposeOf(node: XmlNode): Purpose | undefined {
  const reference = textAt(node, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref');
  if (reference !== undefined) return { kind: 'reference', reference };
  const text = textAt(node, 'RmtInf', 'Ustrd');
  return text === undefined ? undefined : { kind: 'text', text };
}

function holderOf(
  role: 'Dbtr' | 'Cdtr',
  find: (name: string) => XmlNode | undefined,
): AccountHolder {
  const bank = at(find(`${role}Agt`), 'FinInstnId');
  const bic = firstText(bank, ['BICFI'], ['BIC']);
  const address = addressOf(at(find(role), 'PstlAdr'));
  return {
    name: textAt(find(role), 'Nm') ?? '',
    iban: firstText(find(`${role}Acct`), ['Id', 'IBAN'], ['Id', 'Othr', 'Id']) ?? '',
    ...(bic === undefined ? {} : { bic }),
    ...(address === undefined ? {} : { address }),
  };
}

function addressOf(node: XmlNode | undefined): PostalAddress | undefined {
  const town = textAt(node, 'TwnNm');
  const country = textAt(node, 'Ctry');
  if (town === undefined || country === undefined) return undefined;
  const street = textAt(node, 'StrtNm');
  const building = textAt(node, 'BldgNb');
  const postCode = textAt(node, 'PstCd');
  return {
    ...(street === undefined ? {} : { street }),
    ...(building === undefined ? {} : { building }),
    ...(postCode === undefined ? {} : { postCode }),
    town,
    country,
  };
}

/** A batch of transfers as an order has it. */
export function transferBatchOf(batch: PainBatch, on: Day): TransferBatch {
  return { ...batchOf(batch, on, 'Dbtr'), payments: batch.payments.map(({ payment }) => payment) };
}

/** A batch of collections; undefined when it is not one of the scheme's. */
export function collectionBatchOf(batch: PainBatch, on: Day): CollectionBatch | undefined {
  const type = batch.facts.get('PmtTpInf');
  const creditor = at(batch.facts.get('CdtrSchmeId'), 'Id', 'PrvtId', 'Othr');
  const creditorId = textAt(creditor, 'Id') ?? '';
  const scheme = (['CORE', 'B2B'] as const).find((one) => one === textAt(type, 'LclInstrm', 'Cd'));
  const sequence = (['FRST', 'RCUR', 'FNAL', 'OOFF'] as const).find(
    (one) => one === textAt(type, 'SeqTp'),
  );
  if (scheme === undefined || sequence === undefined) return undefined;
  const payments = batch.payments.flatMap(({ payment }) =>
    'mandateId' in payment ? [payment] : [],
  );
  return { ...batchOf(batch, on, 'Cdtr'), creditorId, scheme, sequence, payments };
}

function batchOf({ facts }: PainBatch, on: Day, role: 'Dbtr' | 'Cdtr') {
  const booked = textAt(facts.get('BtchBookg'));
  return {
    id: textAt(facts.get('PmtInfId')) ?? '',
    on,
    ...(booked === undefined ? {} : { bookedAsOne: booked === 'true' }),
    own: holderOf(role, (name) => facts.get(name)),
  };
}
