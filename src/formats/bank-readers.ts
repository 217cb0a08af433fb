/**
 * All formats of banks, payers and processors, in the order in which they are asked; the
 * first that recognises a file reads it.
 */
import { type Outcome, refuse } from '#kernel/outcome.ts';
import { bai2 } from './bai2/read.ts';
import { decodeText } from './csv/encoding.ts';
import { camt } from './camt/read.ts';
import { eInvoice } from './e-invoice/read.ts';
import { edifact } from './edifact/read.ts';
import { headless } from './headless.ts';
import { lockbox } from './lockbox/read.ts';
import { mt940 } from './mt940/read.ts';
import { ofx } from './ofx/read.ts';
import { nacha } from './nacha/read.ts';
import { pacs } from './pacs/read.ts';
import { pain } from './pain/read.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Sample } from './reader.ts';
import { separatedText } from './tables/csv-reader.ts';
import { wire } from './wire/read.ts';
import { x12Readers } from './x12/readers.ts';
import { x937 } from './x937/reader.ts';

/** Each on a line of its own; separated text comes last, for it has no grammar to know it by. */
export const bankReaders: readonly BankReader[] = [
  mt940,
  camt,
  eInvoice,
  edifact,
  ofx,
  pacs,
  pain,
  ...x12Readers,
  bai2,
  nacha,
  lockbox,
  wire,
  x937,
  headless,
  separatedText,
];

const sampleBytes = 65_536;

/** The reader for a file's bytes; undefined when no format of a bank recognises it. */
export function bankReaderFor(bytes: Uint8Array, name: string): BankReader | undefined {
  const { text } = decodeText(bytes.subarray(0, sampleBytes));
  const start = text.replace(/^\uFEFF?\s*/u, '');
  const sample: Sample = { bytes, start, name: name.toLowerCase() };
  return bankReaders.find((reader) => reader.recognises(sample));
}

/** Reads a file of a bank, a payer or a processor; refused when none of the formats fits. */
export function readBankFile(
  bytes: Uint8Array,
  name: string,
): Outcome<ReadFile & { readonly format: string }, BankFileRefusal> {
  const reader = bankReaderFor(bytes, name);
  if (!reader) return refuse('read.unknown_format');
  const read = reader.read(bytes);
  if (!read.ok) return read;
  return { ok: true, value: { ...read.value, format: reader.format } };
}
