/**
 * A ZIP archive of a few files, as people's own systems open it: deflated, names in UTF-8.
 *
 * The moment within is fixed, so that the same files make the same bytes.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export type Packed = { readonly name: string; readonly content: Uint8Array };

/** Names in UTF-8. */
const utf8Names = 0x0800;
const deflated = 8;
/** 1 January 1980, the first day that the format knows. */
const firstDay = 0x21;

/** The archive; two files of one name become two names. */
export function writeZip(files: readonly Packed[]): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of named(files)) {
    const nameBytes = Buffer.from(name, 'utf8');
    const data = deflateRawSync(content);
    const head = headOf(nameBytes, data, content);
    const local = Buffer.concat([signature(0x04034b50), head, nameBytes, data]);
    entries.push(entryOf(head, nameBytes, offset));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function named(files: readonly Packed[]): Packed[] {
  const taken = new Set<string>();
  return files.map(({ name, content }) => {
    let free = name;
    for (let next = 2; taken.has(free); next += 1) free = name.replace(/(\.\w+)?$/u, `-${next}$1`);
    taken.add(free);
    return { name: free, content };
  });
}

/** What a local header and its entry in the directory say alike, after their signatures. */
function headOf(name: Buffer, data: Buffer, content: Uint8Array): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(utf8Names, 2);
  head.writeUInt16LE(deflated, 4);
  head.writeUInt16LE(firstDay, 8);
  head.writeUInt32LE(crc32(content), 10);
  head.writeUInt32LE(data.length, 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function entryOf(head: Buffer, name: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(20, 0);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), madeBy, head, rest, name]);
}

function signature(mark: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(mark, 0);
  return bytes;
}
