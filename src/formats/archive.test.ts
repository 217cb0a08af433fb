import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { workbookOf, zipOf } from '#test/support/zip.ts';
import { unpacking } from '#platform/files/unpacking.ts';
import { isArchive, openArchive } from './archive.ts';

const openZip = (bytes: Uint8Array) => openArchive(bytes, unpacking);

const names = (bytes: Uint8Array): unknown => {
  const opened = openZip(bytes);
  return opened.ok
    ? opened.value.map((file) => [file.name, Buffer.from(file.bytes).toString()])
    : opened;
};

/** An archive of one part, its method set by hand. */
function packed(content: Uint8Array, method: number, claimed: number): Uint8Array {
  const bytes = zipOf([{ name: 'a.xml', bytes: content, claimed }]);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint16(directory + 10, method, true);
  return bytes;
}

test('a workbook is packed alike and is no archive of files', () => {
  expect(isArchive(zipOf([{ name: 'a.xml', text: 'x' }]))).toBe(true);
  expect(isArchive(workbookOf(''))).toBe(false);
  expect(isArchive(Buffer.from('PK and no more'))).toBe(false);
});

test('each file of an archive comes out, folders and the notes of a Mac do not', () => {
  const bytes = zipOf([
    { name: 'day/', text: '' },
    { name: 'day/1.xml', text: 'one' },
    { name: '__MACOSX/day/._1.xml', text: 'note' },
    { name: 'day/2.xml', text: 'two' },
  ]);
  expect(names(bytes)).toEqual([
    ['day/1.xml', 'one'],
    ['day/2.xml', 'two'],
  ]);
});

test('a deflated part is inflated', () => {
  const text = 'statement '.repeat(100);
  expect(names(packed(deflateRawSync(text), 8, text.length))).toEqual([['a.xml', text]]);
});

test('an archive that would unpack to gigabytes is refused before it is unpacked', () => {
  const bytes = zipOf([{ name: 'a.xml', text: 'x', claimed: 900_000_000 }]);
  expect(openZip(bytes)).toMatchObject({ ok: false, refusal: 'read.too_large' });
});

test('a part that grows beyond what the directory says is refused', () => {
  const bomb = deflateRawSync(Buffer.alloc(5_000_000));
  expect(openZip(packed(bomb, 8, 1000))).toMatchObject({
    ok: false,
    refusal: 'read.bad_record',
    facts: { record: 1, reason: 'a.xml: it does not unpack to what the archive says' },
  });
});

test('torn bytes, an unknown packing and a half archive are refused with the part', () => {
  expect(openZip(packed(Buffer.from('not deflated'), 8, 12)).ok).toBe(false);
  expect(openZip(packed(Buffer.from('abc'), 99, 3)).ok).toBe(false);
  expect(openZip(zipOf([{ name: 'a', text: 'b' }]).subarray(0, 20))).toMatchObject({
    facts: { reason: 'the archive is not whole' },
  });
});
