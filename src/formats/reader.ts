/**
 * One reader a format: recognise by the bytes, read whole or refuse, tell in figures, tell
 * neutrally. `bank-readers.ts` lists them all; the first that recognises a file reads it.
 *
 * A reader is pure and total: whatever the bytes, it answers. A file that cannot be
 * understood is refused with the record that stopped it; half a file is never answered.
 */
import { type Outcome } from '#kernel/outcome.ts';
import { type NeutralFile, type ToldFile } from './neutral.ts';

/** What recognising looks at: the bytes, and their beginning as text. */
export type Sample = {
  readonly bytes: Uint8Array;
  /** The first 64 kB, decoded, without a byte-order mark and leading blanks. */
  readonly start: string;
  /** The file's name, in small letters; it may lie and only settles ties. */
  readonly name: string;
};

/**
 * `facts.record` is the line or record that stopped the reader, counted from 1;
 * `facts.reason` says in a few English words what it expected.
 */
export type BankFileRefusal = 'read.bad_record' | 'read.unknown_format' | 'read.too_large';

/** The figures of `dunlin read --summary --json`: keys are never renamed. */
export type Summary = Readonly<Record<string, unknown>>;

/** What a file holds, told three ways without reading it twice. */
export type ReadFile = {
  summary(): Summary;
  neutral(): NeutralFile;
  /** The neutral form line by line, where the reader can. */
  told?(): ToldFile;
};

export type BankReader = {
  readonly format: string;
  recognises(sample: Sample): boolean;
  read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal>;
};
