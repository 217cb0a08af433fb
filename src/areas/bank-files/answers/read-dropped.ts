/**
 * What was dropped, unpacked and read: an archive is its files, a file is what it says.
 *
 * All of what is dropped together is read before any of it is taken in, so that one unreadable
 * file of an archive stops the whole archive.
 */
import { readBankFile } from '#formats/bank-readers.ts';
import type { NeutralFile } from '#formats/neutral.ts';
import { sniff } from '#formats/sniff.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { ReadRefusal } from '../rules/refusal.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { openZip } from '#platform/files/open-zip.ts';

export type Dropped = { readonly name: string; readonly bytes: Uint8Array };

export type PlainFile = Dropped & { readonly container: string | null; readonly sha256: string };

export type ReadDropped = PlainFile & { readonly neutral: NeutralFile };

/** What an archive may unpack to. */
const largestArchive = 500_000_000;

/** The plain files in what was dropped; an archive in an archive is not opened. */
export function plainFiles(dropped: readonly Dropped[]): Outcome<PlainFile[], ReadRefusal> {
  const files: PlainFile[] = [];
  for (const { name, bytes } of dropped) {
    if (sniff(bytes) !== 'archive' || bytes[0] !== zipMark) {
      files.push({ name, bytes, container: null, sha256: fingerprint(bytes) });
      continue;
    }
    const opened = openZip(bytes, largestArchive);
    if (!opened.ok)
      return refuse(named[opened.refusal], { reason: '', ...opened.facts, file: name });
    for (const inside of opened.value) {
      const sha256 = fingerprint(inside.bytes);
      files.push({ name: inside.name, bytes: inside.bytes, container: name, sha256 });
    }
  }
  return accept(files);
}

const zipMark = 0x50;

/** What a reader refuses, said of the file that was dropped. */
const named = {
  'read.bad_record': 'bank_files.bad_record',
  'read.damaged_archive': 'bank_files.damaged_archive',
  'read.too_large': 'bank_files.too_large',
  'read.unknown_format': 'bank_files.unknown_format',
} as const;

/** Reads one file; refused with its name and the record that stopped it. */
export async function readNeutral(
  bytes: Uint8Array,
  name: string,
): Promise<Outcome<NeutralFile, ReadRefusal>> {
  const read = readBankFile(bytes, name);
  if (!read.ok) {
    return refuse(named[read.refusal], { record: 0, reason: '', ...read.facts, file: name });
  }
  return accept(read.value.neutral());
}

/** Everything that was dropped, read; the first file that cannot be read refuses all. */
export async function readDropped(
  dropped: readonly Dropped[],
): Promise<Outcome<ReadDropped[], ReadRefusal>> {
  const files = plainFiles(dropped);
  if (!files.ok) return files;
  const read: ReadDropped[] = [];
  for (const file of files.value) {
    const neutral = await readNeutral(file.bytes, file.name);
    if (!neutral.ok) return neutral;
    read.push({ ...file, neutral: neutral.value });
  }
  return accept(read);
}
