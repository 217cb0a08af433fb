import { expect, test } from 'vitest';
import { pictureType, readImageName } from './image-name.ts';

test.each([
  ['1042-front.tif', 'front 1042'],
  ['scans/0001042_back.tiff', 'back 1042'],
  ['1042F.tif', 'front 1042'],
  ['item 3 rear.tif', 'back item 3'],
  ['1042 reverso.tif', 'back 1042'],
  ['front.tif', 'cash.image_unnamed'],
  ['1042.tif', 'cash.image_unnamed'],
  ['1042-side.tif', 'cash.image_unnamed'],
])('%s shows %s', (name, shows) => {
  const read = readImageName(name);
  const told = read.ok
    ? `${read.value.side} ${read.value.serial ?? `item ${read.value.itemNo}`}`
    : read.refusal;
  expect(told).toBe(shows);
});

test('a picture is known by its first bytes', () => {
  expect(pictureType(Uint8Array.of(0x49, 0x49, 0x2a, 0, 8))).toBe('image/tiff');
  expect(pictureType(Uint8Array.of(0x4d, 0x5a))).toBeUndefined();
});
