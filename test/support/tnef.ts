/** Writes a winmail.dat as Outlook does, for tests: words, and files with long names. */

type Told = {
  readonly body?: string;
  readonly html?: string;
  /** Rich text, kept as it is: packed without packing. */
  readonly rtf?: string;
  readonly files?: readonly { readonly name: string; readonly content: string }[];
};

export function winmail({ body, html, rtf, files = [] }: Told): Uint8Array {
  const properties = [
    ...(body === undefined ? [] : [wide(0x10_00, body)]),
    ...(html === undefined ? [] : [binary(0x10_13, Buffer.from(html))]),
    ...(rtf === undefined ? [] : [binary(0x10_09, unpackedRtf(rtf))]),
  ];
  const parts = [
    u32(0x22_3e_9f_78),
    u16(1),
    attribute(1, 0x00_06_90_07, u32(1252)),
    attribute(1, 0x00_06_90_03, Buffer.concat([u32(properties.length), ...properties])),
    ...files.flatMap(({ name, content }) => [
      attribute(2, 0x00_06_90_02, Buffer.alloc(14)),
      attribute(2, 0x00_01_80_10, Buffer.from(`${name.slice(0, 8).toUpperCase()}\0`)),
      attribute(2, 0x00_06_80_0f, Buffer.from(content)),
      attribute(2, 0x00_06_90_05, Buffer.concat([u32(2), named(), wide(0x37_07, name)])),
    ]),
  ];
  return Uint8Array.from(Buffer.concat(parts));
}

function unpackedRtf(rtf: string): Buffer {
  const body = Buffer.from(rtf, 'latin1');
  return Buffer.concat([u32(body.length + 12), u32(body.length), u32(0x41_4c_45_4d), u32(0), body]);
}

function attribute(level: number, id: number, data: Buffer): Buffer {
  const sum = data.reduce((total, byte) => (total + byte) % 65_536, 0);
  return Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(sum)]);
}

function wide(id: number, text: string): Buffer {
  const value = Buffer.from(`${text}\0`, 'utf16le');
  return Buffer.concat([u16(0x1f), u16(id), u32(1), u32(value.length), padded(value)]);
}

function binary(id: number, value: Buffer): Buffer {
  return Buffer.concat([u16(0x01_02), u16(id), u32(1), u32(value.length), padded(value)]);
}

/** A property with a spelled name, which readers must step over. */
function named(): Buffer {
  const name = Buffer.from('Keywords\0', 'utf16le');
  return Buffer.concat([
    u16(0x03),
    u16(0x80_01),
    Buffer.alloc(16, 7),
    u32(1),
    u32(name.length),
    padded(name),
    u32(42),
  ]);
}

function padded(value: Buffer): Buffer {
  return Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
