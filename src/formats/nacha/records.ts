/**
 * A NACHA file as its records of 94 characters: `1` file, `5` batch, `6` entry, `7` addenda,
 * `8` and `9` controls, and lines of nines that fill the last block of ten.
 *
 * Lines come short and long, with and without line ends; a place in a record is always
 * counted in characters from its own beginning.
 */
import { BadRecord } from '../bad-record.ts';
import { textLines, withoutPadding } from '../text-chunks.ts';

export const recordLength = 94;

export type NachaRecord = {
  /** Counted from 1 over the whole file, fillers included. */
  readonly record: number;
  /** Always 94 characters long. */
  readonly text: string;
  /** How many characters stand before it. */
  readonly place: number;
};

/**
 * Every record but the fillers; throws BadRecord at a line that is no record. `before` is how
 * many records of the file stand before these bytes.
 */
export function* nachaRecords(bytes: Uint8Array, before = 0): Generator<NachaRecord> {
  let record = before;
  for (const [, line, start] of textLines(bytes)) {
    const whole = withoutPadding(line);
    for (let at = 0; at < whole.length; at += recordLength) {
      record += 1;
      const text = whole.slice(at, at + recordLength);
      if (/^9+$/u.test(text)) continue;
      if (!/^[156789]/u.test(text)) {
        throw new BadRecord(record, `"${text.slice(0, 10)}" begins with no record type`);
      }
      yield { record, text: text.padEnd(recordLength), place: start + at };
    }
  }
}

/** What stands from one column to another, both counted from 1 as the rules print them. */
export function cut({ text }: NachaRecord, from: number, to: number): string {
  return text.slice(from - 1, to);
}

/** The same without the blanks around it. */
export function field(record: NachaRecord, from: number, to: number): string {
  return cut(record, from, to).trim();
}

/** An amount in cents; throws BadRecord where it is anything but digits. */
export function cents(record: NachaRecord, from: number, to: number): bigint {
  const digits = field(record, from, to);
  if (/^\d+$/u.test(digits)) return BigInt(digits);
  throw new BadRecord(record.record, `"${digits}" is no amount`);
}
