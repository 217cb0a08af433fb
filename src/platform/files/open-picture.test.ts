import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import UTIF from 'utif2';
import { openPicture } from './open-picture.ts';

/** Grey writing on lighter paper: eight dots wide, ink where a `#` stands. */
const drawing = ['........', '.####...', '.#..#...', '.####..#'];
const expected = {
  width: 8,
  height: 4,
  dots: Uint8Array.from(drawing.join(''), (dot) => (dot === '#' ? 1 : 0)),
};
const greys = Uint8Array.from(drawing.join(''), (dot) => (dot === '#' ? 90 : 200));

/** A PNG of those rows, each after its filter. */
function png(rows: readonly Uint8Array[], depth: number, colourType: number, interlaced = 0) {
  const chunk = (name: string, content: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(name), content, Buffer.alloc(4)]);
  };
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 4, depth, colourType, 0, 0, interlaced]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const data = deflateSync(Buffer.concat(rows));
  return new Uint8Array(Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data)]));
}

const greyRows = drawing.map((_, row) => Uint8Array.of(0, ...greys.subarray(row * 8, row * 8 + 8)));

describe('a picture becomes dots', () => {
  test('grey PNG', () => {
    expect(openPicture(png(greyRows, 8, 0))).toEqual(expected);
  });

  test('a PNG whose rows are told by the row above', () => {
    const filtered = greyRows.map((row, at) =>
      at === 0
        ? row
        : Uint8Array.of(2, ...row.subarray(1).map((v, i) => v - (greyRows[at - 1]?.[i + 1] ?? 0))),
    );
    expect(openPicture(png(filtered, 8, 0))).toEqual(expected);
  });

  test('a PNG of one bit a dot', () => {
    const bits = drawing.map((row) => {
      const byte = Number.parseInt(row.replaceAll('.', '1').replaceAll('#', '0'), 2);
      return Uint8Array.of(0, byte);
    });
    expect(openPicture(png(bits, 1, 0))).toEqual(expected);
  });

  test('a PNG in colours with what can be seen through', () => {
    const rows = drawing.map((row) =>
      Uint8Array.of(
        0,
        ...Array.from(row).flatMap((dot) => (dot === '#' ? [80, 20, 20, 255] : [0, 0, 0, 0])),
      ),
    );
    expect(openPicture(png(rows, 8, 6))).toEqual(expected);
  });

  test('a TIFF in colours', () => {
    const rgba = Uint8Array.from([...greys].flatMap((grey) => [grey, grey, grey, 255]));
    const tiff = new Uint8Array(UTIF.encodeImage(rgba, 8, 4));
    expect(openPicture(tiff)).toEqual(expected);
  });

  test('the Group 4 picture of a check', () => {
    const found = openPicture(new Uint8Array(readFileSync('samples/x937/check-front.tiff')));
    expect([found?.width, found?.height]).toEqual([1200, 550]);
    const black = found?.dots.reduce((sum, dot) => sum + dot, 0) ?? 0;
    expect(black).toBeGreaterThan(1000);
    expect(black).toBeLessThan(330_000);
  });
});

test.each([
  ['nothing', new Uint8Array()],
  ['a text', new TextEncoder().encode('not a picture at all')],
  ['a PNG cut off', png(greyRows, 8, 0).subarray(0, 40)],
  ['an interlaced PNG', png(greyRows, 8, 0, 1)],
  ['a JPEG that is none', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 3)],
  ['a TIFF that is none', Uint8Array.of(0x49, 0x49, 42, 0, 9, 9, 9, 9)],
])('%s is no picture', (_, bytes) => {
  expect(openPicture(bytes)).toBeUndefined();
});
