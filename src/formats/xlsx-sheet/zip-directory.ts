/**
 * The table of contents of a ZIP archive, which is what an XLSX workbook is, and what
 * banks pack a day's statements into.
 *
 * Read before anything is unpacked, for two questions: is this a workbook at all, and how
 * large will it become? A few kilobytes can unpack to gigabytes. A workbook whose directory
 * does not say how large its parts are is refused: real ones always do.
 */
export type ZipPart = {
  readonly name: string;
  readonly packed: number;
  /** Size once unpacked, as the directory states it. */
  readonly unpacked: number;
  /** Where the part's own header stands, and how it is packed: 0 not at all, 8 deflated. */
  readonly offset: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
};

const endRecord = 0x06054b50;
const partRecord = 0x02014b50;
const ownRecord = 0x04034b50;
const endLength = 22;
const ownLength = 30;
const partLength = 46;
/** An archive comment is at most this long, so the end record lies this close to the end. */
const longestComment = 65_535;

/** The parts of an archive, or undefined when the bytes are no whole archive. */
export function readZipDirectory(bytes: Uint8Array): ZipPart[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const parts: ZipPart[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + partLength > view.byteLength || view.getUint32(at, true) !== partRecord) {
      return undefined;
    }
    const nameLength = view.getUint16(at + 28, true);
    const nameStart = at + partLength;
    parts.push({
      name: String.fromCharCode(...bytes.subarray(nameStart, nameStart + nameLength)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      checksum: view.getUint32(at + 16, true),
    });
    at = nameStart + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** The packed bytes of a part; undefined when its own header does not stand where it should. */
export function packedBytes(bytes: Uint8Array, part: ZipPart): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packed } = part;
  if (offset + ownLength > bytes.length) return undefined;
  if (view.getUint32(offset, true) !== ownRecord) return undefined;
  const names = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const start = offset + ownLength + names;
  return start + packed > bytes.length ? undefined : bytes.subarray(start, start + packed);
}

/** Do all parts say how large they become, and is that together no more than `limit` bytes? */
export function unpacksWithin(parts: readonly ZipPart[], limit: number): boolean {
  const silent = parts.some((part) => part.unpacked === 0 && part.packed > 2);
  const total = parts.reduce((sum, part) => sum + part.unpacked, 0);
  return !silent && total <= limit;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (view.getUint32(at, true) === endRecord) return at;
  }
  return undefined;
}
