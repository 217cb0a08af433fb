/**
 * A lockbox file under one layout: its batches of checks, and every total it states.
 *
 * Banks count what they like in their totals (checks, or checks and lines), but amounts are
 * amounts: those prove the file, and prove that the layout is the right one.
 */
import { type Day } from '#kernel/day.ts';
import { BadRecord } from '../bad-record.ts';
import { type Control, missingEnd } from '../neutral.ts';
import { dayOfMdy, dayOfYmd } from '../short-day.ts';
import { type Column, type LockboxLayout } from './layout.ts';

export type LockboxLine = {
  readonly record: number;
  readonly reference: string;
  readonly amount: bigint | undefined;
  readonly customer: string;
};

export type LockboxCheck = {
  readonly record: number;
  readonly item: string;
  readonly amount: bigint;
  readonly routing: string;
  readonly account: string;
  readonly number: string;
  readonly remitter: string;
  readonly payee: string;
  readonly writtenOn: Day | undefined;
  readonly lines: LockboxLine[];
};

export type LockboxBatch = {
  readonly record: number;
  readonly batch: string;
  readonly lockbox: string;
  readonly origin: string;
  readonly on: Day;
  readonly checks: LockboxCheck[];
};

export type LockboxFile = {
  readonly layout: LockboxLayout;
  readonly batches: LockboxBatch[];
  readonly controls: Control[];
  /** What the totals of all lockboxes say together. */
  trailer: { count: number; amount: bigint } | undefined;
};

export type LockboxRecord = { readonly record: number; readonly text: string };

type Running = {
  readonly file: LockboxFile;
  readonly records: readonly LockboxRecord[];
  batch: LockboxBatch | undefined;
  /** A batch total was read; the next check opens a new batch. */
  closed: boolean;
  sinceTotal: { checks: number; amount: bigint };
  /** The file's trailer was read. */
  ended: boolean;
};

/** Reads all records under the layout; throws BadRecord where they do not fit it. */
export function lockboxBatches(
  records: readonly LockboxRecord[],
  layout: LockboxLayout,
): LockboxFile {
  const file: LockboxFile = { layout, batches: [], controls: [], trailer: undefined };
  const running: Running = {
    file,
    records,
    batch: undefined,
    closed: false,
    sinceTotal: { checks: 0, amount: 0n },
    ended: false,
  };
  for (const record of records) take(running, record);
  file.controls.push(...missingEnds(running));
  return file;
}

/**
 * A file that ends before a lockbox's total may have lost checks on the way, one that ends
 * before its own trailer (9) whole lockboxes.
 */
function missingEnds({ file, records, sinceTotal, ended }: Running): Control[] {
  const record = records.at(-1)?.record ?? 1;
  if (!file.trailer || sinceTotal.checks > 0) {
    return [missingEnd('lockbox_total', record, String(sinceTotal.amount))];
  }
  return ended ? [] : [missingEnd('file_trailer', record, String(file.trailer.amount))];
}

function take(running: Running, record: LockboxRecord): void {
  switch (record.text.slice(0, 1)) {
    case '5':
      openBatch(running, record);
      return;
    case '6':
      addCheck(running, record);
      return;
    case '4':
      addLine(running, record);
      return;
    case '7':
      endBatch(running, record);
      return;
    case '8':
      endLockbox(running, record);
      return;
    case '9':
      endFile(running, record);
      return;
    case '1':
    case '2':
      return;
    default:
      throw new BadRecord(record.record, `"${record.text.slice(0, 10)}" is no lockbox record`);
  }
}

function openBatch(running: Running, record: LockboxRecord): void {
  const { lockbox } = running.file.layout;
  const on = dayOfYmd(text(record, lockbox.on));
  if (!on) throw new BadRecord(record.record, 'the lockbox states no readable deposit day');
  running.batch = {
    record: record.record,
    batch: text(record, lockbox.batch),
    lockbox: text(record, lockbox.number),
    origin: text(record, lockbox.origin),
    on,
    checks: [],
  };
  running.closed = false;
  running.file.batches.push(running.batch);
}

/** One lockbox may hold several batches: the first check behind a batch total opens the next. */
function addCheck(running: Running, record: LockboxRecord): void {
  const { check } = running.file.layout;
  if (!running.batch) throw new BadRecord(record.record, 'a check stands in no lockbox');
  if (running.closed) {
    const batch = text(record, check.batch);
    running.batch = { ...running.batch, record: record.record, batch, checks: [] };
    running.closed = false;
    running.file.batches.push(running.batch);
  }
  const optional = (column: Column | undefined): string => (column ? text(record, column) : '');
  const amount = cents(record, check.amount);
  running.sinceTotal.checks += 1;
  running.sinceTotal.amount += amount;
  running.batch.checks.push({
    record: record.record,
    item: text(record, check.item),
    amount,
    routing: text(record, check.routing),
    account: text(record, check.account),
    number: unpadded(text(record, check.number)),
    remitter: optional(check.remitter),
    payee: optional(check.payee),
    writtenOn: dayOfMdy(optional(check.writtenOn)),
    lines: [],
  });
}

function addLine(running: Running, record: LockboxRecord): void {
  const { overflow } = running.file.layout;
  const check = running.batch?.checks.at(-1);
  if (!check) throw new BadRecord(record.record, 'an overflow record follows no check');
  const { amount, customer } = overflow;
  check.lines.push({
    record: record.record,
    reference: unpadded(text(record, overflow.reference)),
    amount: amount && (text(record, amount) === '' ? undefined : cents(record, amount)),
    customer: customer ? unpadded(text(record, customer)) : '',
  });
}

function endBatch(running: Running, record: LockboxRecord): void {
  const { file, batch } = running;
  const { batchTotal } = file.layout;
  if (!batch) throw new BadRecord(record.record, 'a batch total follows no batch');
  const found = batch.checks.reduce((sum, { amount }) => sum + amount, 0n);
  compare(file, record, 'batch', batchTotal, { checks: batch.checks.length, amount: found });
  running.closed = true;
}

function endLockbox(running: Running, record: LockboxRecord): void {
  const { file } = running;
  const { total } = file.layout;
  compare(file, record, 'lockbox', total, running.sinceTotal);
  running.sinceTotal = { checks: 0, amount: 0n };
  const before = file.trailer ?? { count: 0, amount: 0n };
  const count = Number(text(record, total.count));
  file.trailer = {
    count: before.count + (Number.isInteger(count) ? count : 0),
    amount: before.amount + cents(record, total.amount),
  };
}

function endFile(running: Running, record: LockboxRecord): void {
  const { file, records } = running;
  running.ended = true;
  const stated = text(record, file.layout.end.records);
  if (stated === '') return;
  const found = String(records.length);
  const control = { kind: 'count', what: 'file_records', record: record.record } as const;
  file.controls.push({ ...control, stated: unpadded(stated), found });
}

function compare(
  file: LockboxFile,
  record: LockboxRecord,
  level: string,
  columns: { readonly count: Column; readonly amount: Column },
  found: { readonly checks: number; readonly amount: bigint },
): void {
  const amount = cents(record, columns.amount);
  file.controls.push(
    {
      kind: 'amount',
      what: `${level}_total`,
      record: record.record,
      stated: String(amount),
      found: String(found.amount),
    },
    {
      kind: 'count',
      what: `${level}_checks`,
      record: record.record,
      stated: unpadded(text(record, columns.count)),
      found: String(found.checks),
    },
  );
}

function text({ text: line }: LockboxRecord, { from, to }: Column): string {
  return line.slice(from - 1, to).trim();
}

/** Zeros fill a number up to its column's width. */
function unpadded(digits: string): string {
  return digits.replace(/^0+(?=.)/u, '');
}

function cents(record: LockboxRecord, column: Column): bigint {
  const digits = text(record, column);
  if (/^\d{1,18}$/u.test(digits)) return BigInt(digits);
  throw new BadRecord(record.record, `"${digits.slice(0, 30)}" is no amount`);
}
