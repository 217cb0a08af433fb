/**
 * ZIP archives for tests, parts stored unpacked, so that a workbook can be made that no
 * spreadsheet would write: one that lies about its size, or brings entities of its own.
 */

export type TestPart = {
  readonly name: string;
  readonly text?: string;
  /** What stands in the archive, where it is no text. */
  readonly bytes?: Uint8Array;
  /** The size the directory claims; the true one unless stated. */
  readonly claimed?: number;
};

/** The bytes of an archive. */
export function zipOf(parts: readonly TestPart[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const data = Buffer.from(part.bytes ?? part.text ?? '');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeSizes(local, 14, data, part.claimed);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    writeSizes(entry, 16, data, part.claimed);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, name, data);
    directory.push(entry, name);
    offset += local.length + name.length + data.length;
  }
  const contents = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, contents, end]);
}

/** A zero checksum is left unchecked by readers; the two sizes follow it. */
function writeSizes(record: Buffer, at: number, data: Buffer, claimed: number | undefined): void {
  record.writeUInt32LE(0, at);
  record.writeUInt32LE(data.length, at + 4);
  record.writeUInt32LE(claimed ?? data.length, at + 8);
}

/** A workbook of one sheet; `sheetData` is the inside of its `sheetData` element. */
export function workbookOf(sheetData: string, before = ''): Uint8Array {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    `<Relationship Id="rId1" Type="${relation}/${type}" Target="${target}"/></Relationships>`;
  return zipOf([
    { name: '[Content_Types].xml', text: '<Types/>' },
    { name: '_rels/.rels', text: relations('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      text:
        `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>` +
        `<sheet name="Open items" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', text: relations('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `${before}<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ]);
}
