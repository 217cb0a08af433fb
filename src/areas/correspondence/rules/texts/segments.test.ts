import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

test.each([
  ['', 'gsm', 0, 1, 160],
  ['a'.repeat(160), 'gsm', 160, 1, 0],
  ['a'.repeat(161), 'gsm', 161, 2, 145],
  ['a'.repeat(306), 'gsm', 306, 2, 0],
  ['a'.repeat(307), 'gsm', 307, 3, 152],
  // The euro sign counts twice and is not torn apart at the end of a part.
  ['€'.repeat(80), 'gsm', 160, 1, 0],
  [`${'a'.repeat(152)}€${'a'.repeat(10)}`, 'gsm', 164, 2, 141],
  ['ñandú', 'unicode', 5, 1, 65],
  ['ñandé', 'gsm', 5, 1, 155],
  ['ú'.repeat(71), 'unicode', 71, 2, 63],
  ['🙂'.repeat(35), 'unicode', 70, 1, 0],
  // Sixty-seven units a part leave one over, for an emoji is two.
  ['🙂'.repeat(36), 'unicode', 72, 2, 61],
])('%s is in the %s alphabet, of %i units in %i parts', (text, alphabet, units, parts, left) => {
  expect(segmentsOf(text)).toEqual({ alphabet, units, parts, left });
});
