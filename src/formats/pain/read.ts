/**
 * Reads pain.001 and pain.008 of every version: what was ordered, and whether the counts
 * and sums that it states are those of its payments.
 *
 * An order is no statement: its neutral form holds only the controls. Who needs the
 * payments asks `readOrder`.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { added, comparable, exactAmount, exactText, nothing } from '../exact.ts';
import { type Control, type NeutralFile } from '../neutral.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Summary } from '../reader.ts';
import { type XmlNode, textAt } from '../xml/node.ts';
import { type XmlRefusal, walkXml } from '../xml/walk.ts';
import {
  type PainBatch,
  collectionBatchOf,
  dateText,
  dayOfBatch,
  readPayment,
  transferBatchOf,
} from './content.ts';
import { type PaymentOrder } from './order.ts';

const messages = new Set(['CstmrCdtTrfInitn', 'CstmrDrctDbtInitn']);

export const pain: BankReader = {
  format: 'pain',
  recognises: ({ start }) =>
    start.startsWith('<') &&
    /<(?:[\w.-]+:)?(?:CstmrCdtTrfInitn|CstmrDrctDbtInitn)[\s/>]/u.test(start),
  read,
};

type Reading = {
  version: string;
  message: string;
  head: XmlNode | undefined;
  batches: PainBatch[];
  payments: number;
};

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const reading = walk(bytes);
  if (!reading.ok) return reading;
  const { value } = reading;
  return accept({ summary: () => summaryOf(value), neutral: () => neutralOf(value) });
}

/** The order itself, where its version is one that we write. */
export function readOrder(bytes: Uint8Array): Outcome<PaymentOrder, BankFileRefusal> {
  const reading = walk(bytes);
  if (!reading.ok) return reading;
  const order = orderOf(reading.value);
  return order
    ? accept(order)
    : refuse('read.bad_record', { record: 1, reason: 'an order of a version that is written' });
}

function walk(bytes: Uint8Array): Outcome<Reading, BankFileRefusal> {
  const reading: Reading = { version: '', message: '', head: undefined, batches: [], payments: 0 };
  const walked = walkXml(bytes, {
    open: (name, path, attributes) => {
      if (path.length === 0) reading.version = (attributes['xmlns'] ?? '').replace(/^.*:/u, '');
      if (messages.has(name)) reading.message = name;
      if (name === 'PmtInf') reading.batches.push({ facts: new Map(), payments: [] });
      const parent = path.at(-1) ?? '';
      return name === 'GrpHdr' || parent === 'PmtInf' ? 'collect' : 'walk';
    },
    piece: (node, path) => takePiece(reading, node, path),
  });
  if (!walked.ok) return walked;
  return reading.message === ''
    ? refuse('read.bad_record', { record: 1, reason: 'a pain message' })
    : accept(reading);
}

function takePiece(
  reading: Reading,
  node: XmlNode,
  path: readonly string[],
): XmlRefusal | undefined {
  const batch = reading.batches.at(-1);
  if (path.at(-1) !== 'PmtInf' || batch === undefined) {
    if (node.name === 'GrpHdr') reading.head = node;
    return undefined;
  }
  if (node.name !== 'CdtTrfTxInf' && node.name !== 'DrctDbtTxInf') {
    batch.facts.set(node.name, node);
    return undefined;
  }
  reading.payments += 1;
  const payment = readPayment(node);
  if (typeof payment === 'string') {
    return refuse('read.bad_record', { record: reading.payments, reason: payment });
  }
  batch.payments.push(payment);
  return undefined;
}

function orderOf({ version, head, batches }: Reading): PaymentOrder | undefined {
  const common = {
    messageId: textAt(head, 'MsgId') ?? '',
    writtenAt: textAt(head, 'CreDtTm') ?? '',
    initiator: textAt(head, 'InitgPty', 'Nm') ?? '',
  };
  const dated = batches.flatMap((batch) => {
    const on = dayOfBatch(batch);
    return on === undefined ? [] : [{ batch, on }];
  });
  if (dated.length < batches.length) return undefined;
  if (version === 'pain.001.001.03' || version === 'pain.001.001.09') {
    const transfers = dated.map(({ batch, on }) => transferBatchOf(batch, on));
    return { kind: 'transfers', version, ...common, batches: transfers };
  }
  if (version !== 'pain.008.001.02' && version !== 'pain.008.001.08') return undefined;
  const found = dated.map(({ batch, on }) => collectionBatchOf(batch, on));
  const collections = found.filter((batch) => batch !== undefined);
  if (collections.length < batches.length) return undefined;
  return { kind: 'collections', version, ...common, batches: collections };
}

function sumOf(batches: readonly PainBatch[]) {
  return added(batches.flatMap(({ payments }) => payments.map(({ exact }) => exact)));
}

function summaryOf({ version, head, batches, payments }: Reading): Summary {
  const stated = textAt(head, 'CtrlSum');
  const count = textAt(head, 'NbOfTxs');
  return {
    ns: version,
    msgId: textAt(head, 'MsgId') ?? null,
    nbOfTxs: count ?? null,
    ctrlSum: stated ?? null,
    payments: batches.map((batch) => ({
      id: textAt(batch.facts.get('PmtInfId')) ?? null,
      method: textAt(batch.facts.get('PmtMtd')) ?? null,
      tx: batch.payments.length,
      sum: exactText(sumOf([batch])),
      stated: textAt(batch.facts.get('CtrlSum')) ?? null,
      seq: textAt(batch.facts.get('PmtTpInf'), 'SeqTp') ?? null,
      date: dateText(batch) ?? null,
    })),
    countMatches: count === undefined ? null : Number(count) === payments,
    sumMatches: stated === undefined ? null : figure(stated) === comparable(sumOf(batches)),
  };
}

function figure(text: string): string {
  return comparable(exactAmount(text) ?? nothing);
}

function neutralOf({ head, batches, payments }: Reading): NeutralFile {
  let before = 0;
  const controls = controlsOf(textAt(head, 'NbOfTxs'), textAt(head, 'CtrlSum'), batches, 1);
  for (const batch of batches) {
    const { facts } = batch;
    const record = Math.min(before + 1, payments);
    const stated = [textAt(facts.get('NbOfTxs')), textAt(facts.get('CtrlSum'))] as const;
    controls.push(...controlsOf(...stated, [batch], record));
    before += batch.payments.length;
  }
  return {
    format: 'pain',
    statements: [],
    remittances: [],
    settlements: [],
    controls,
    problems: [],
  };
}

function controlsOf(
  count: string | undefined,
  sum: string | undefined,
  batches: readonly PainBatch[],
  record: number,
): Control[] {
  const found = batches.reduce((total, { payments }) => total + payments.length, 0);
  const controls: Control[] = [];
  if (count !== undefined) {
    const stated = figure(count);
    controls.push({ kind: 'count', what: 'payment_count', record, stated, found: String(found) });
  }
  if (sum !== undefined) {
    const total = comparable(sumOf(batches));
    controls.push({
      kind: 'amount',
      what: 'payment_sum',
      record,
      stated: figure(sum),
      found: total,
    });
  }
  return controls;
}
