/**
 * Opens a ZIP archive of files, such as a day's statements: each part is a file of its own.
 *
 * The directory is measured before anything is unpacked, and a part that becomes larger
 * than the directory said ends it: a few kilobytes can unpack to gigabytes.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type BankFileRefusal } from './reader.ts';
import {
  type ZipPart,
  packedBytes,
  readZipDirectory,
  unpacksWithin,
} from './xlsx-sheet/zip-directory.ts';
import { sniff } from './sniff.ts';

/** Unpacking needs a library of the machine, so it comes in as an argument. */
export type Unpacking = {
  /** Undefined for torn bytes, or for more than `most` of them. */
  inflate(packed: Uint8Array, most: number): Uint8Array | undefined;
  /** CRC-32. */
  checksum(bytes: Uint8Array): number;
};

export type ZippedFile = { readonly name: string; readonly bytes: Uint8Array };

/** What an archive may unpack to, and how many files it may hold. */
const mostBytes = 500_000_000;
const mostFiles = 2000;

/** Is it an archive of files, and no workbook or document that is packed alike? */
export function isArchive(bytes: Uint8Array): boolean {
  const marked = [0x50, 0x4b, 3, 4].every((byte, at) => bytes[at] === byte);
  return marked && sniff(bytes) === 'archive';
}

/** The files of an archive, folders aside; all of them or a refusal that names the part. */
export function openArchive(
  bytes: Uint8Array,
  unpacking: Unpacking,
): Outcome<readonly ZippedFile[], BankFileRefusal> {
  const parts = readZipDirectory(bytes);
  if (parts === undefined) return damaged(1, 'the archive is not whole');
  if (!unpacksWithin(parts, mostBytes) || parts.length > mostFiles) {
    return refuse('read.too_large', { limit: mostBytes / 1_000_000, unit: 'megabytes' });
  }
  const files: ZippedFile[] = [];
  for (const [at, part] of parts.entries()) {
    if (isNoFile(part)) continue;
    const unpacked = unpack(bytes, part, unpacking);
    if (typeof unpacked === 'string') return damaged(at + 1, `${part.name}: ${unpacked}`);
    files.push({ name: part.name, bytes: unpacked });
  }
  return accept(files);
}

/** Folders, and the notes that a Mac adds. */
function isNoFile({ name }: ZipPart): boolean {
  return name.endsWith('/') || name.startsWith('__MACOSX/') || name.endsWith('.DS_Store');
}

/** The part's bytes, or why there are none. */
function unpack(bytes: Uint8Array, part: ZipPart, by: Unpacking): Uint8Array | string {
  if (part.encrypted) return 'it is protected by a password';
  const packed = packedBytes(bytes, part);
  if (packed === undefined) return 'it does not stand where the archive says';
  const inflated = part.method === 8 ? by.inflate(packed, part.unpacked) : undefined;
  const unpacked = part.method === 0 ? packed : inflated;
  if (unpacked?.length !== part.unpacked) return 'it does not unpack to what the archive says';
  // Whoever writes no checksum leaves it zero.
  if (part.checksum !== 0 && by.checksum(unpacked) !== part.checksum)
    return 'its checksum is wrong';
  return unpacked;
}

function damaged(record: number, reason: string): Outcome<never, BankFileRefusal> {
  return refuse('read.bad_record', { record, reason });
}
