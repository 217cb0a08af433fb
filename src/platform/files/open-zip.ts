/**
 * Opens ZIP archives of a few plain files, as banks pack a day's statements.
 *
 * What the archive says of its own sizes is not believed: unpacking stops at the limit, because
 * a few kilobytes can become gigabytes. Folders, and what desktop systems hide in archives, are
 * left out.
 */
import { inflateRawSync } from 'node:zlib';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type ZippedFile = { readonly name: string; readonly bytes: Uint8Array };
export type OpenZipRefusal = 'read.damaged_archive' | 'read.too_large';

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
};

const endRecord = 0x06054b50;
const entryRecord = 0x02014b50;
const localRecord = 0x04034b50;
const longestComment = 65_535;
const mostFiles = 1000;

/** The files of an archive; together no more than `limit` bytes. */
export function openZip(
  bytes: Uint8Array,
  limit: number,
): Outcome<readonly ZippedFile[], OpenZipRefusal> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = entriesOf(archive).filter(({ name }) => isFile(name));
    if (entries.length > mostFiles)
      return refuse('read.too_large', { limit: mostFiles, unit: 'files' });
    const files: ZippedFile[] = [];
    let left = limit;
    for (const entry of entries) {
      const unpacked = unpack(archive, entry, left);
      if (!unpacked) {
        return refuse('read.too_large', {
          limit: Math.floor(limit / 1_000_000),
          unit: 'megabytes',
        });
      }
      left -= unpacked.length;
      files.push({ name: entry.name, bytes: unpacked });
    }
    return accept(files);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('read.damaged_archive', { reason });
  }
}

function isFile(name: string): boolean {
  const last = name.split('/').at(-1) ?? '';
  return last !== '' && !last.startsWith('.') && !name.startsWith('__MACOSX/');
}

/** The table of contents, read from the end of the archive. */
function entriesOf(archive: Buffer): Entry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== entryRecord) throw new Error('its table of contents is torn');
    if ((archive.readUInt16LE(at + 8) & 1) === 1) throw new Error('it asks for a password');
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      at: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  const last = archive.length - 22;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (archive.readUInt32LE(at) === endRecord) return at;
  }
  throw new Error('it has no end');
}

/** The bytes of one file; undefined when they would be more than `limit`. */
function unpack(
  archive: Buffer,
  { name, method, packed, at }: Entry,
  limit: number,
): Uint8Array | undefined {
  if (archive.readUInt32LE(at) !== localRecord) throw new Error(`${name} is torn`);
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  if (start + packed > archive.length) throw new Error(`${name} is torn`);
  const content = archive.subarray(start, start + packed);
  if (method === 0) return content.length > limit ? undefined : new Uint8Array(content);
  if (method !== 8) throw new Error(`${name} is packed in a way that is not known`);
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
