import { expect, test } from 'vitest';
import { zipOf } from '#test/support/zip.ts';
import { type ZipPart, readZipDirectory, unpacksWithin } from './zip-directory.ts';

test('the directory lists every part with its sizes', () => {
  const bytes = zipOf([
    { name: 'a.xml', text: '12345' },
    { name: 'b/c.xml', text: '' },
  ]);
  const plain = { method: 0, encrypted: false, checksum: 0 };
  expect(readZipDirectory(bytes)).toEqual([
    { name: 'a.xml', packed: 5, unpacked: 5, offset: 0, ...plain },
    { name: 'b/c.xml', packed: 0, unpacked: 0, offset: 40, ...plain },
  ]);
});

test('bytes that are no whole archive have no directory', () => {
  const bytes = zipOf([{ name: 'a.xml', text: '12345' }]);
  expect(readZipDirectory(new Uint8Array(0))).toBeUndefined();
  expect(readZipDirectory(bytes.subarray(0, -10))).toBeUndefined();
  expect(readZipDirectory(bytes.subarray(20))).toBeUndefined();
});

test('parts together may not unpack beyond the limit, nor hide how far they do', () => {
  const part = (unpacked: number): ZipPart => ({
    name: 'a',
    packed: 9,
    unpacked,
    offset: 0,
    method: 8,
    encrypted: false,
    checksum: 0,
  });
  expect(unpacksWithin([part(60), part(40)], 100)).toBe(true);
  expect(unpacksWithin([part(60), part(41)], 100)).toBe(false);
  expect(unpacksWithin([part(0)], 100)).toBe(false);
});
