/**
 * BAI lockbox files: the checks that a bank opened for us, and what was written beside them.
 *
 * Nothing in the file names its layout. The one whose amounts add up to the file's own
 * totals is taken; where none does, the one whose days and lengths fit.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { BadRecord, tooLarge, wholeOrRefused } from '../bad-record.ts';
import { type Control, holds } from '../neutral.ts';
import {
  type BankFileRefusal,
  type BankReader,
  type ReadFile,
  type Sample,
  type Summary,
} from '../reader.ts';
import { textLines, withoutPadding } from '../text-chunks.ts';
import {
  type LockboxBatch,
  type LockboxFile,
  type LockboxRecord,
  lockboxBatches,
} from './batches.ts';
import { type LockboxLayout, shippedLayouts } from './layout.ts';
import { lockboxNeutral } from './notices.ts';

export const lockbox: BankReader = { format: 'lockbox', recognises, read };

/** Every line begins with a record type and none is separated; checks or totals are there. */
function recognises({ start }: Sample): boolean {
  if (!/^(?:1\d\d|2[A-Z0-9 ]{20}|5\d{6})[^,;|\t]*$/mu.test(start.slice(0, 400))) return false;
  const lines = start.split(/\r\n|\n|\r/u, 40).filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  if (!/^[125]/u.test(first) || /^1\d\d.{31}094/u.test(first)) return false;
  const whole = lines.length > 1 ? lines : pieces(first);
  const types = new Set(whole.slice(0, 30).map((line) => line[0]));
  const plain = whole.slice(0, -1).every((line) => /^[1-9]\d/u.test(line) || /^2[\w ]/u.test(line));
  return plain && types.has('5') && (types.has('6') || (types.has('7') && types.has('8')));
}

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const large = tooLarge(bytes);
  if (large) return large;
  const file = wholeOrRefused(() => bestReading(recordsOf(bytes), shippedLayouts));
  if (!file.ok) return file;
  return accept({
    summary: () => summaryOf(file.value),
    neutral: () => lockboxNeutral(file.value),
  });
}

function recordsOf(bytes: Uint8Array): LockboxRecord[] {
  const lines = [...textLines(bytes)].map(([, line]) => withoutPadding(line));
  const filled = lines.map((text, index) => ({ record: index + 1, text }));
  const kept = filled.filter(({ text }) => text !== '');
  const [only] = kept;
  if (kept.length !== 1 || !only) return kept;
  return pieces(only.text).map((text, index) => ({ record: index + 1, text }));
}

/** A file that is one line is cut at the width at which each piece begins with a type. */
function pieces(line: string): string[] {
  const widths = [...shippedLayouts.map(({ width }) => width), 160];
  const cuts = widths.map((width) =>
    Array.from({ length: Math.ceil(line.length / width) }, (_, at) =>
      line.slice(at * width, (at + 1) * width),
    ),
  );
  return cuts.find((found) => found.every((piece) => /^[1-9]\S/u.test(piece))) ?? [line];
}

/**
 * The reading whose totals agree; where none do, the layout for records of that length.
 * Throws BadRecord when that does not fit either.
 */
function bestReading(
  records: readonly LockboxRecord[],
  layouts: readonly LockboxLayout[],
): LockboxFile {
  const readings = layouts.map((layout) => wholeOrRefused(() => lockboxBatches(records, layout)));
  const fitting = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  const [best] = fitting.toSorted((a, b) => proof(b) - proof(a));
  if (best && proof(best) > 0) return best;
  const longest = records.reduce((most, { text }) => Math.max(most, text.length), 0);
  const byLength = layouts.findIndex(({ width }) => longest <= width);
  const reading = readings.at(byLength);
  if (reading?.ok) return reading.value;
  const { record, reason } = reading?.facts ?? {};
  throw new BadRecord(Number(record ?? 1), String(reason ?? 'no known layout fits'));
}

/** How many totals of money agree; a total of nothing proves nothing. */
function proof({ controls }: LockboxFile): number {
  return controls.filter((control) => control.kind === 'amount' && provesMoney(control)).length;
}

function provesMoney(control: Control): boolean {
  return holds(control) && control.stated !== '0';
}

function summaryOf({ layout, batches, trailer }: LockboxFile): Summary {
  const told = batches.map(({ batch, checks }) => {
    const lines = checks.flatMap((check) => check.lines);
    return {
      batch,
      checks: checks.length,
      sum: sumOf(checks),
      overflow: lines.length,
      overflowSum: sumOf(lines),
    };
  });
  return {
    layout: layout.name,
    batches: told,
    total: sumOf(batches.flatMap(({ checks }: LockboxBatch) => checks)),
    trailer: trailer ?? null,
  };
}

function sumOf(amounts: readonly { readonly amount: bigint | undefined }[]): bigint {
  return amounts.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
}
