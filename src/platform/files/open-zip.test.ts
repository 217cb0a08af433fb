import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { zipOf } from '#test/support/zip.ts';
import { openZip } from './open-zip.ts';

test('the files of an archive come out as they went in, folders and hidden ones left out', () => {
  const archive = zipOf([
    { name: 'day/', text: '' },
    { name: 'day/a.xml', text: '<a/>' },
    { name: '__MACOSX/day/a.xml', text: 'x' },
    { name: '.DS_Store', text: 'x' },
    { name: 'b.txt', text: 'ñ' },
  ]);
  const opened = openZip(archive, 1000);
  const files = opened.ok ? opened.value : [];
  expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['day/a.xml', '<a/>'],
    ['b.txt', 'ñ'],
  ]);
});

/** An archive of one deflated file, which may claim any size. */
function deflated(text: string): Uint8Array {
  const packed = deflateRawSync(Buffer.from(text));
  const archive = Buffer.from(zipOf([{ name: 'a.txt', text: packed.toString('latin1') }]));
  const stored = Buffer.from(packed.toString('latin1'));
  const start = 30 + 5;
  const whole = Buffer.concat([
    archive.subarray(0, start),
    packed,
    archive.subarray(start + stored.length),
  ]);
  const shift = stored.length - packed.length;
  const directory = start + packed.length;
  whole.writeUInt16LE(8, directory + 10);
  whole.writeUInt32LE(packed.length, directory + 20);
  whole.writeUInt32LE(archive.readUInt32LE(archive.length - 6) - shift, whole.length - 6);
  return whole;
}

test('a deflated file is unpacked', () => {
  const opened = openZip(deflated('hello '.repeat(50)), 1000);
  expect(opened.ok && Buffer.from(opened.value[0]?.bytes ?? []).toString()).toBe(
    'hello '.repeat(50),
  );
});

test('what unpacks to more than the limit is refused while it is unpacked', () => {
  const bomb = deflated('0'.repeat(3_000_000));
  expect(openZip(bomb, 2_000_000)).toMatchObject({
    refusal: 'read.too_large',
    facts: { limit: 2, unit: 'megabytes' },
  });
});

test.each([[0], [10], [40], [70], [100]])('torn after %i bytes it is refused', (length) => {
  const archive = zipOf([{ name: 'a.txt', text: 'hello' }]);
  expect(openZip(archive.subarray(0, length), 1000)).toMatchObject({
    refusal: 'read.damaged_archive',
  });
});
