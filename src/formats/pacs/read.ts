/**
 * pacs.008 and pacs.009: notices of single wires in ISO 20022, as Fedwire sends them since
 * July 2025, CHIPS and SWIFT too. The old tags of Fedwire stand in `wire/`.
 *
 * The message comes alone or in an envelope of the network; the wire's number (IMAD) is its
 * message id. Money comes to the creditor, whose account the notice is of.
 */
import { type Day } from '#kernel/day.ts';
import { type Decimal } from '#kernel/decimal.ts';
import { type Currency, parseCurrency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { dayAt } from '../camt/entry.ts';
import { accountOf, partyOf } from '../camt/party.ts';
import { referencesOf, remittanceOf, saidIn } from '../camt/remittance.ts';
import { added, asMoney, comparable, exactAmount } from '../exact.ts';
import { type BankTransaction, type Control, type Statement } from '../neutral.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Summary } from '../reader.ts';
import { stated } from '../references.ts';
import { type XmlNode, at, firstText, textAt } from '../xml/node.ts';
import { type XmlRefusal, walkXml } from '../xml/walk.ts';

const messages = /^(?:FIToFICstmrCdtTrf|FICdtTrf|FinInstnCdtTrf)(?:V\d+)?$/u;

export const pacs: BankReader = {
  format: 'wire',
  recognises: ({ start }) =>
    start.startsWith('<') &&
    /<(?:[\w.-]+:)?(?:FIToFICstmrCdtTrf|FICdtTrf|FinInstnCdtTrf)(?:V\d+)?[\s/>]/u.test(start),
  read,
};

type Wire = {
  readonly node: XmlNode;
  readonly head: XmlNode | undefined;
  readonly record: number;
  readonly amount: Decimal;
  readonly currency: Currency;
  readonly on: Day;
};
type Reading = { found: boolean; head: XmlNode | undefined; heads: XmlNode[]; wires: Wire[] };

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const reading: Reading = { found: false, head: undefined, heads: [], wires: [] };
  const walked = walkXml(bytes, {
    open: (name, path) => {
      if (messages.test(name)) reading.found = true;
      const inside = messages.test(path.at(-1) ?? '');
      return inside && (name === 'GrpHdr' || name === 'CdtTrfTxInf') ? 'collect' : 'walk';
    },
    piece: (node) => takePiece(reading, node),
  });
  if (!walked.ok) return walked;
  const { wires, heads } = reading;
  if (!reading.found || wires.length === 0) {
    return refuse('read.bad_record', { record: 1, reason: 'a wire' });
  }
  return accept({
    summary: () => summaryOf(wires),
    neutral: () => ({
      format: 'wire',
      statements: statementsOf(wires),
      remittances: [],
      settlements: [],
      controls: heads.flatMap((head) => controlsOf(head, wires)),
      problems: [],
    }),
  });
}

function takePiece(reading: Reading, node: XmlNode): XmlRefusal | undefined {
  if (node.name === 'GrpHdr') {
    reading.head = node;
    reading.heads.push(node);
    return undefined;
  }
  const record = reading.wires.length + 1;
  const bad = (path: string, reason: string): XmlRefusal =>
    refuse('read.bad_record', { record, path: `CdtTrfTxInf[${record}]/${path}`, reason });
  const amount = exactAmount(textAt(node, 'IntrBkSttlmAmt') ?? '');
  const currency = parseCurrency(at(node, 'IntrBkSttlmAmt')?.attributes['Ccy'] ?? '');
  const { head } = reading;
  const on = dayAt(node, 'IntrBkSttlmDt') ?? dayAt(head, 'IntrBkSttlmDt') ?? dayAt(head, 'CreDtTm');
  if (amount === undefined || amount.units < 0n) return bad('IntrBkSttlmAmt', 'an amount');
  if (currency === undefined) return bad('IntrBkSttlmAmt/@Ccy', 'a currency code');
  if (on === undefined) return bad('IntrBkSttlmDt', 'a day');
  reading.wires.push({ node, head, record, amount, currency, on });
  return undefined;
}

/** `CTRC` of a customer, `BTRC` of a bank: what Fedwire calls its local instrument. */
function businessFunction({ node, head }: Wire): string {
  const paths = [
    ['PmtTpInf', 'LclInstrm', 'Prtry'],
    ['PmtTpInf', 'LclInstrm', 'Cd'],
  ];
  return firstText(node, ...paths) ?? firstText(head, ...paths) ?? '';
}

function numberOf({ head, node }: Wire): string {
  return textAt(head, 'MsgId') ?? firstText(node, ['PmtId', 'TxId'], ['PmtId', 'UETR']) ?? '';
}

function summaryOf(wires: readonly Wire[]): Summary {
  const [first] = wires;
  if (!first) return { messages: 0 };
  return {
    amount: asMoney(first.amount, first.currency).money.minor,
    businessFunction: businessFunction(first),
    imad: numberOf(first),
    messages: wires.length,
  };
}

function statementsOf(wires: readonly Wire[]): Statement[] {
  const groups = Map.groupBy(wires, ({ node, currency, on }) =>
    [accountOf(at(node, 'CdtrAcct')) ?? '', currency, on].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { currency, on, node } = first;
    const account = accountOf(at(node, 'CdtrAcct')) ?? '';
    const transactions = group.map(noticeOf);
    return [{ account, currency, kind: 'notices', from: on, to: on, transactions }];
  });
}

function noticeOf(wire: Wire): BankTransaction {
  const { node, record, amount, currency, on } = wire;
  const value = asMoney(amount, currency).money;
  const remittance = remittanceOf(node, record, value);
  const number = numberOf(wire);
  const [externalId] = stated([textAt(node, 'PmtId', 'UETR'), number]);
  return {
    record,
    ...(externalId === undefined ? {} : { externalId }),
    bookedOn: on,
    amount: value,
    status: 'booked',
    code: `iso:${businessFunction(wire) || 'PMNT/RCDT/XBCT'}`,
    channel: 'wire',
    ...partyOf(node, 'Dbtr'),
    references: stated([
      ...referencesOf(node),
      textAt(node, 'PmtId', 'EndToEndId'),
      textAt(node, 'PmtId', 'InstrId'),
      number,
    ]),
    text: saidIn(node).join('\n'),
    ...(remittance && { remittance }),
  };
}

/** What a message states about its own wires. */
function controlsOf(head: XmlNode, wires: readonly Wire[]): Control[] {
  const own = wires.filter((wire) => wire.head === head);
  const record = own[0]?.record ?? 1;
  const count = textAt(head, 'NbOfTxs');
  const total = exactAmount(textAt(head, 'TtlIntrBkSttlmAmt') ?? '');
  return [
    ...(count === undefined
      ? []
      : [
          {
            kind: 'count',
            what: 'wire_count',
            record,
            stated: count.replace(/^0+(?=\d)/u, ''),
            found: String(own.length),
          } as const,
        ]),
    ...(total === undefined
      ? []
      : [
          {
            kind: 'amount',
            what: 'wire_total',
            record,
            stated: comparable(total),
            found: comparable(added(own.map(({ amount }) => amount))),
          } as const,
        ]),
  ];
}
