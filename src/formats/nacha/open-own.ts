/**
 * A file of our own read back whole, to prove what was written or to show what was sent.
 *
 * Only files of the classes that we send come back; anything else is another bank's.
 */
import { type Day } from '#kernel/day.ts';
import { type Outcome } from '#kernel/outcome.ts';
import { BadRecord, wholeOrRefused } from '../bad-record.ts';
import { type BankFileRefusal } from '../reader.ts';
import { dayOfYmd } from '../short-day.ts';
import { addendaType, paymentText } from './addenda.ts';
import { columnsOf } from './entry-columns.ts';
import { type AchBatch, type AchEntry, type AchFile, type SentClass } from './model.ts';
import { type BatchHead, type Entry, type FileHead, nachaParts } from './parts.ts';
import { type NachaRecord, field } from './records.ts';

type Open<T, K extends keyof T, V> = Omit<T, K> & { readonly [key in K]: V[] };
type OpenBatch = Open<AchBatch, 'entries', AchEntry>;

/** The file as it was handed to `writeNacha`; refused when it is none of ours. */
export function openOwnNacha(bytes: Uint8Array): Outcome<AchFile, BankFileRefusal> {
  return wholeOrRefused(() => {
    const batches: OpenBatch[] = [];
    let head: Omit<AchFile, 'batches'> | undefined;
    for (const part of nachaParts(bytes)) {
      if (part.kind === 'file') head = headOf(part);
      if (part.kind === 'batch') batches.push(batchOf(part));
      if (part.kind === 'entry') batches.at(-1)?.entries.push(entryOf(part));
    }
    if (!head) throw new BadRecord(1, 'the file has no header');
    return { ...head, batches };
  });
}

function headOf({ at }: FileHead): Omit<AchFile, 'batches'> {
  return {
    destination: field(at, 4, 13),
    origin: field(at, 14, 23),
    createdOn: dayIn(at, 24, 29),
    createdAt: field(at, 30, 33),
    modifier: field(at, 34, 34),
    destinationName: field(at, 41, 63),
    originName: field(at, 64, 86),
    reference: field(at, 87, 94),
  };
}

const sent: readonly SentClass[] = ['PPD', 'CCD', 'CTX', 'WEB', 'TEL'];

function batchOf({ at, sec }: BatchHead): OpenBatch {
  const own = sent.find((each) => each === sec);
  if (!own) throw new BadRecord(at.record, `we send no entries of class "${sec}"`);
  return {
    number: Number(field(at, 88, 94)),
    companyName: field(at, 5, 20),
    discretionary: field(at, 21, 40),
    companyId: field(at, 41, 50),
    sec: own,
    description: field(at, 54, 63),
    descriptiveDate: field(at, 64, 69),
    effectiveOn: dayIn(at, 70, 75),
    bank: field(at, 80, 87),
    entries: [],
  };
}

function entryOf({ at, sec, transactionCode, amount, addenda }: Entry): AchEntry {
  const columns = columnsOf(sec);
  return {
    transactionCode,
    routing: field(at, 4, 12),
    account: field(at, ...columns.account),
    amount,
    id: columns.id ? field(at, ...columns.id) : '',
    name: field(at, ...columns.name),
    discretionary: field(at, 77, 78),
    trace: field(at, ...columns.trace),
    addenda: addenda
      .filter((record) => addendaType(record) === '05')
      .map((record) => paymentText(record).trimEnd()),
  };
}

function dayIn(at: NachaRecord, from: number, to: number): Day {
  const day = dayOfYmd(field(at, from, to));
  if (!day) throw new BadRecord(at.record, `"${field(at, from, to)}" is no day`);
  return day;
}
