/**
 * The readers of X12, one for each set that matters to a desk and one for all others. A file
 * belongs to the first transaction set in it.
 */
import { type BankReader, type Sample } from '../reader.ts';
import { readX12 } from './read.ts';

const known: readonly string[] = ['820', '835', '810', '812'];

export const x12Readers: readonly BankReader[] = [
  ...known.map((set) => readerOf(`x12-${set}`, (found) => found === set)),
  readerOf('x12-other', (found) => !known.includes(found)),
];

function readerOf(format: string, isIts: (set: string) => boolean): BankReader {
  return {
    format,
    recognises: (sample) => looksLikeX12(sample) && isIts(firstSet(sample)),
    read: (bytes) => readX12(bytes, format),
  };
}

/** A header at the start of a line, prose before it allowed; or an envelope without one. */
function looksLikeX12({ start }: Sample): boolean {
  return (
    /^[ \t]*ISA([^A-Za-z0-9\s])\s*\d\d\s*\1/mu.test(start) ||
    /^(?:GS([^A-Za-z0-9\s])[A-Z]{2}\1|ST([^A-Za-z0-9\s])\d{3}\2)/u.test(start)
  );
}

function firstSet({ start }: Sample): string {
  return /(?<![A-Za-z0-9])ST([^A-Za-z0-9\s])(\d{3})\1/u.exec(start)?.[2] ?? '';
}
