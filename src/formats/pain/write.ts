/**
 * Writes pain.001 (transfers) and pain.008 (collections) as SEPA banks take them.
 *
 * An order is judged first; what is written validates against the schema of its version.
 * Counts and sums of the file come from the payments and from nowhere else.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { formatMinor } from '#kernel/money.ts';
import { type PainRefusal, judgeOrder } from './judge.ts';
import {
  type AccountHolder,
  type Collection,
  type CollectionBatch,
  type Payment,
  type PaymentOrder,
  type PostalAddress,
  type Purpose,
  type TransferBatch,
} from './order.ts';

/** What differs between the versions of a message. */
type Dialect = {
  readonly bic: 'BIC' | 'BICFI';
  /** Later versions hold the day of execution in an element of its own. */
  readonly dayInside: boolean;
};

const dialects: Readonly<Record<PaymentOrder['version'], Dialect>> = {
  'pain.001.001.03': { bic: 'BIC', dayInside: false },
  'pain.001.001.09': { bic: 'BICFI', dayInside: true },
  'pain.008.001.02': { bic: 'BIC', dayInside: false },
  'pain.008.001.08': { bic: 'BICFI', dayInside: false },
};

/** The file's text; refused by the first field that a bank would reject. */
export function writeOrder(order: PaymentOrder): Outcome<string, PainRefusal> {
  const judged = judgeOrder(order);
  if (!judged.ok) return judged;
  const dialect = dialects[order.version];
  const batches =
    order.kind === 'transfers'
      ? order.batches.map((batch) => transferBatch(batch, dialect))
      : order.batches.map((batch) => collectionBatch(batch, dialect));
  const message = order.kind === 'transfers' ? 'CstmrCdtTrfInitn' : 'CstmrDrctDbtInitn';
  const header = element(
    'GrpHdr',
    leaf('MsgId', order.messageId),
    leaf('CreDtTm', order.writtenAt),
    ...totals(order.batches.flatMap(({ payments }): readonly Payment[] => payments)),
    element('InitgPty', leaf('Nm', order.initiator)),
  );
  const namespace = `urn:iso:std:iso:20022:tech:xsd:${order.version}`;
  return accept(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}">` +
      `${element(message, header, ...batches)}</Document>\n`,
  );
}

function transferBatch(batch: TransferBatch, dialect: Dialect): string {
  const { own, payments, on } = batch;
  return element(
    'PmtInf',
    ...batchHead(batch, 'TRF'),
    element('PmtTpInf', element('SvcLvl', leaf('Cd', 'SEPA'))),
    element('ReqdExctnDt', dialect.dayInside ? leaf('Dt', on) : on),
    ...holder('Dbtr', own),
    agent('DbtrAgt', own.bic, dialect),
    leaf('ChrgBr', 'SLEV'),
    ...payments.map((payment) => transfer(payment, dialect)),
  );
}

function transfer(payment: Payment, dialect: Dialect): string {
  const { other, purpose } = payment;
  return element(
    'CdtTrfTxInf',
    ids(payment),
    element('Amt', amountOf(payment)),
    other.bic === undefined ? '' : agent('CdtrAgt', other.bic, dialect),
    ...holder('Cdtr', other),
    remittance(purpose),
  );
}

function collectionBatch(batch: CollectionBatch, dialect: Dialect): string {
  const { own, payments, on, scheme, sequence, creditorId } = batch;
  const identity = element(
    'Othr',
    leaf('Id', creditorId),
    element('SchmeNm', leaf('Prtry', 'SEPA')),
  );
  return element(
    'PmtInf',
    ...batchHead(batch, 'DD'),
    element(
      'PmtTpInf',
      element('SvcLvl', leaf('Cd', 'SEPA')),
      element('LclInstrm', leaf('Cd', scheme)),
      leaf('SeqTp', sequence),
    ),
    leaf('ReqdColltnDt', on),
    ...holder('Cdtr', own),
    agent('CdtrAgt', own.bic, dialect),
    leaf('ChrgBr', 'SLEV'),
    element('CdtrSchmeId', element('Id', element('PrvtId', identity))),
    ...payments.map((payment) => collection(payment, dialect)),
  );
}

function collection(payment: Collection, dialect: Dialect): string {
  const { other, purpose, mandateId, signedOn } = payment;
  const mandate = element('MndtRltdInf', leaf('MndtId', mandateId), leaf('DtOfSgntr', signedOn));
  return element(
    'DrctDbtTxInf',
    ids(payment),
    amountOf(payment),
    element('DrctDbtTx', mandate),
    agent('DbtrAgt', other.bic, dialect),
    ...holder('Dbtr', other),
    remittance(purpose),
  );
}

function batchHead(batch: TransferBatch | CollectionBatch, method: 'TRF' | 'DD'): string[] {
  const { id, bookedAsOne, payments } = batch;
  return [
    leaf('PmtInfId', id),
    leaf('PmtMtd', method),
    bookedAsOne === undefined ? '' : leaf('BtchBookg', String(bookedAsOne)),
    ...totals(payments),
  ];
}

function totals(payments: readonly Payment[]): string[] {
  const sum = payments.reduce((total, { amount }) => total + amount.minor, 0n);
  return [leaf('NbOfTxs', String(payments.length)), leaf('CtrlSum', formatMinor(sum, 2))];
}

function ids({ instructionId, endToEndId }: Payment): string {
  const own = instructionId === undefined ? '' : leaf('InstrId', instructionId);
  return element('PmtId', own, leaf('EndToEndId', endToEndId));
}

function amountOf({ amount }: Payment): string {
  return `<InstdAmt Ccy="${amount.currency}">${formatMinor(amount.minor, 2)}</InstdAmt>`;
}

function holder(role: 'Dbtr' | 'Cdtr', { name, iban, address }: AccountHolder): string[] {
  return [
    element(role, leaf('Nm', name), address === undefined ? '' : postal(address)),
    element(`${role}Acct`, element('Id', leaf('IBAN', iban))),
  ];
}

function postal({ street, building, postCode, town, country }: PostalAddress): string {
  return element(
    'PstlAdr',
    street === undefined ? '' : leaf('StrtNm', street),
    building === undefined ? '' : leaf('BldgNb', building),
    postCode === undefined ? '' : leaf('PstCd', postCode),
    leaf('TwnNm', town),
    leaf('Ctry', country),
  );
}

/** A bank must be named even where its code is not needed: the scheme's word for that. */
function agent(role: string, bic: string | undefined, dialect: Dialect): string {
  const inside =
    bic === undefined ? element('Othr', leaf('Id', 'NOTPROVIDED')) : leaf(dialect.bic, bic);
  return element(role, element('FinInstnId', inside));
}

function remittance(purpose: Purpose | undefined): string {
  if (purpose === undefined) return '';
  if (purpose.kind === 'text') return element('RmtInf', leaf('Ustrd', purpose.text));
  const type = element('Tp', element('CdOrPrtry', leaf('Cd', 'SCOR')));
  const reference = element('CdtrRefInf', type, leaf('Ref', purpose.reference));
  return element('RmtInf', element('Strd', reference));
}

function element(name: string, ...inside: readonly string[]): string {
  return `<${name}>${inside.join('')}</${name}>`;
}

/** The judged letters hold no sign of XML but these. */
function leaf(name: string, text: string): string {
  return element(name, text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}
