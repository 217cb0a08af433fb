/**
 * How a reader stops: whatever part of it meets a record that it cannot understand says so
 * and the door answers a refusal with the record and the reason. Half a file is never read.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type BankFileRefusal } from './reader.ts';

/** Thrown inside a reader only; `wholeOrRefused` at its door turns it into a refusal. */
export class BadRecord extends Error {
  readonly record: number;
  /** `record` counts from 1; `reason` completes "Record 7 cannot be read: …". */
  constructor(record: number, reason: string) {
    super(reason);
    this.record = record;
  }
}

/** What the work answers, or a refusal that names the record which stopped it. */
export function wholeOrRefused<T>(work: () => T): Outcome<T, BankFileRefusal> {
  try {
    return accept(work());
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error;
    return refuse('read.bad_record', { record: error.record, reason: error.message });
  }
}

/** More characters than this do not fit into one string with room to work. */
export const largestText = 400_000_000;

/** Refused when the file is larger than one string may be. */
export function tooLarge(bytes: Uint8Array): Outcome<never, BankFileRefusal> | undefined {
  if (bytes.length <= largestText) return undefined;
  return refuse('read.too_large', { limit: largestText / 1_000_000, unit: 'megabytes' });
}
