/**
 * Separated text among the formats of banks: whichever of the known tables its header says.
 *
 * A workbook needs unpacking and comes in by `readTableFile`; a CSV file is text and is
 * asked here, after every format that has a grammar of its own.
 */
import { accept, refuse } from '#kernel/outcome.ts';
import { readCsv } from '../csv/read.ts';
import { type BankReader } from '../reader.ts';
import { sniff } from '../sniff.ts';
import { readTableFile, tableReaderFor } from '../table-readers.ts';

/** The header and some rows; what a table is never takes more. */
const sampleBytes = 65_536;
/** A text of this many bytes still fits into one string. */
const largestText = 400_000_000;

export const separatedText: BankReader = {
  format: 'csv',
  recognises({ bytes }) {
    const sample = bytes.subarray(0, sampleBytes);
    return sniff(sample) === 'csv' && tableReaderFor(readCsv(sample)) !== undefined;
  },
  read(bytes) {
    if (bytes.length > largestText) {
      return refuse('read.too_large', { limit: largestText / 1_000_000, unit: 'megabytes' });
    }
    const read = readTableFile(readCsv(bytes));
    return read.ok ? accept(read.value) : read;
  },
};
