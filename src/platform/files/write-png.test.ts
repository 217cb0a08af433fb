import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPicture } from './open-picture.ts';
import { writePng } from './write-png.ts';

test.each([1, 7, 8, 9])('what is written is opened again, %i dots wide', (width) => {
  const dots = Uint8Array.from({ length: width * 3 }, (_, at) => (at % 3 === 0 ? 1 : 0));
  const picture = { width, height: 3, dots };
  expect(openPicture(writePng(picture))).toEqual(picture);
});

test('a check of a bank is shown dot by dot as it was sent', () => {
  const sent = openPicture(new Uint8Array(readFileSync('samples/x937/check-front.tiff')));
  if (!sent) throw new Error('a sample that opens');
  expect(openPicture(writePng(sent))).toEqual(sent);
});
