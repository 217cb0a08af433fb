/** What we write, opened by another's decoder dot by dot. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import UTIF from 'utif2';
import { isGroup4Tiff } from '../x937/group4.ts';
import { type Bitmap, group4Tiff } from './group4.ts';

/** The dots of a TIFF, as the other decoder sees them. */
function decoded(tiff: Uint8Array): Bitmap {
  const buffer = Buffer.from(tiff);
  const [page] = UTIF.decode(buffer);
  if (page === undefined) throw new Error('no page');
  UTIF.decodeImage(buffer, page);
  const colours = UTIF.toRGBA8(page);
  const { width, height } = page;
  const dots = Uint8Array.from({ length: width * height }, (_, at) =>
    colours[at * 4] === 0 ? 1 : 0,
  );
  return { width, height, dots };
}

function drawn(...rows: string[]): Bitmap {
  const [first = ''] = rows;
  const dots = Uint8Array.from(rows.join(''), (dot) => (dot === '#' ? 1 : 0));
  return { width: first.length, height: rows.length, dots };
}

test.each([
  ['white', drawn('........', '........')],
  ['black', drawn('########', '########')],
  ['changes below each other', drawn('..####..', '.####...', '...####.', '......##')],
  ['something that ends', drawn('#.#.#.#.', '........', '#......#', '.######.')],
  ['a single dot', drawn('#')],
])('%s', (_, bitmap) => {
  const tiff = group4Tiff(bitmap);
  expect(isGroup4Tiff(tiff)).toBe(true);
  expect(decoded(tiff)).toEqual(bitmap);
});

test('long runs of either colour', () => {
  const width = 6000;
  const rows = [0, 1, 63, 64, 65, 1791, 1792, 2559, 2560, 5184].map((length) =>
    Uint8Array.from({ length: width }, (_, at) => (at >= 3 && at < 3 + length ? 1 : 0)),
  );
  const dots = Uint8Array.from(rows.flatMap((row) => [...row]));
  const bitmap = { width, height: rows.length, dots };
  expect(decoded(group4Tiff(bitmap))).toEqual(bitmap);
});

test('any picture is read back dot by dot', () => {
  const picture = fc
    .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 12 }), fc.nat({ max: 4 }))
    .chain(([width, height, sparse]) =>
      fc
        .array(fc.nat({ max: sparse + 1 }), {
          minLength: width * height,
          maxLength: width * height,
        })
        .map((values) => ({
          width,
          height,
          dots: Uint8Array.from(values, (value) => (value === 0 ? 1 : 0)),
        })),
    );
  fc.assert(
    fc.property(picture, (bitmap) => {
      expect(decoded(group4Tiff(bitmap))).toEqual(bitmap);
    }),
    { numRuns: 150 },
  );
});
