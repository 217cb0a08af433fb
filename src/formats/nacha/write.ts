/**
 * Writes a NACHA file: records of 94 characters in blocks of ten, every control computed.
 *
 *   read(write(file)) is the file, for every file that may be written
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { isCredit } from './entry-columns.ts';
import { type AchRefusal, judgeAch } from './judge.ts';
import { type AchBatch, type AchEntry, type AchFile } from './model.ts';
import { recordLength } from './records.ts';

type Sums = { count: number; hash: bigint; debits: bigint; credits: bigint };

/** The file's text, line ends and fillers included; refused when it may not be sent. */
export function writeNacha(file: AchFile): Outcome<string, AchRefusal> {
  const judged = judgeAch(file);
  if (!judged.ok) return judged;
  const batches = file.batches.map(batchRecords);
  const records = [fileHead(file), ...batches.flatMap(({ lines }) => lines)];
  const blocks = Math.ceil((records.length + 1) / 10);
  const sums = batches.reduce((total, batch) => added(total, batch.sums), nothing());
  const control = [
    '9',
    number(file.batches.length, 6),
    number(blocks, 6),
    number(sums.count, 8),
    number(sums.hash % 10_000_000_000n, 10),
    number(sums.debits, 12),
    number(sums.credits, 12),
    ' '.repeat(39),
  ].join('');
  const fillers = Array.from({ length: blocks * 10 - records.length - 1 }, () =>
    '9'.repeat(recordLength),
  );
  return accept(`${[...records, control, ...fillers].join('\n')}\n`);
}

function nothing(): Sums {
  return { count: 0, hash: 0n, debits: 0n, credits: 0n };
}

function added(a: Sums, b: Sums): Sums {
  return {
    count: a.count + b.count,
    hash: a.hash + b.hash,
    debits: a.debits + b.debits,
    credits: a.credits + b.credits,
  };
}

function fileHead(file: AchFile): string {
  return [
    '101',
    file.destination.padStart(10),
    file.origin.padStart(10),
    shortDay(file.createdOn),
    text(file.createdAt, 4),
    text(file.modifier, 1),
    '094101',
    text(file.destinationName, 23),
    text(file.originName, 23),
    text(file.reference, 8),
  ].join('');
}

function batchRecords(batch: AchBatch): { lines: string[]; sums: Sums } {
  const sums = batch.entries.map((entry) => sumsOf(entry, batch)).reduce(added, nothing());
  const service = serviceClass(batch);
  const lines = [
    batchHead(batch, service),
    ...batch.entries.flatMap((entry) => entryRecords(entry, batch)),
    batchControl(batch, service, sums),
  ];
  return { lines, sums };
}

function sumsOf({ addenda, routing, amount, transactionCode }: AchEntry, batch: AchBatch): Sums {
  const credit = isCredit(transactionCode, batch.sec);
  return {
    count: 1 + addenda.length,
    hash: BigInt(routing.slice(0, 8)),
    debits: credit ? 0n : amount,
    credits: credit ? amount : 0n,
  };
}

/** 220 credits only, 225 debits only, 200 both. */
function serviceClass({ entries, sec }: AchBatch): string {
  const credits = entries.filter(({ transactionCode }) => isCredit(transactionCode, sec)).length;
  if (credits === entries.length) return '220';
  return credits === 0 ? '225' : '200';
}

function batchHead(batch: AchBatch, service: string): string {
  return [
    '5',
    service,
    text(batch.companyName, 16),
    text(batch.discretionary, 20),
    text(batch.companyId, 10),
    batch.sec,
    text(batch.description, 10),
    text(batch.descriptiveDate, 6),
    shortDay(batch.effectiveOn),
    '   1',
    text(batch.bank, 8),
    number(batch.number, 7),
  ].join('');
}

function entryRecords(entry: AchEntry, { sec }: AchBatch): string[] {
  const { addenda, trace } = entry;
  const party =
    sec === 'CTX' ? `${number(addenda.length, 4)}${text(entry.name, 16)}  ` : text(entry.name, 22);
  const head = [
    '6',
    entry.transactionCode,
    entry.routing,
    text(entry.account, 17),
    number(entry.amount, 10),
    text(entry.id, 15),
    party,
    text(entry.discretionary, 2),
    addenda.length > 0 ? '1' : '0',
    trace,
  ].join('');
  const pieces = addenda.map(
    (piece, index) => `705${text(piece, 80)}${number(index + 1, 4)}${trace.slice(8)}`,
  );
  return [head, ...pieces];
}

function batchControl(batch: AchBatch, service: string, sums: Sums): string {
  return [
    '8',
    service,
    number(sums.count, 6),
    number(sums.hash % 10_000_000_000n, 10),
    number(sums.debits, 12),
    number(sums.credits, 12),
    text(batch.companyId, 10),
    ' '.repeat(25),
    text(batch.bank, 8),
    number(batch.number, 7),
  ].join('');
}

function shortDay(day: string): string {
  return day.replaceAll('-', '').slice(2);
}

function number(value: bigint | number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Letters without their accents, for the clearing house knows none; names are cut to fit. */
function text(value: string, width: number): string {
  const plain = value.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain
    .replaceAll(/[^\u0020-\u007E]/gu, '?')
    .slice(0, width)
    .padEnd(width);
}
