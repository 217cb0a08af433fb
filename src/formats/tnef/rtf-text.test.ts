import { expect, test } from 'vitest';
import { textOfRtf } from './rtf-text.ts';

const textOf = (rtf: string) => textOfRtf(new TextEncoder().encode(rtf));
const head = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}`;

test.each([
  ['words and lines', String.raw`\pard We pay\par on Friday.\par`, 'We pay\non Friday.'],
  ['bytes of the code page', String.raw`Se pag\'f3 ma\'f1ana`, 'Se pagó mañana'],
  ['Unicode with its fallback', String.raw`\uc1\u8364?100 and \uc2\u-257??x`, '€100 and \ufeffx'],
  ['a picture is no words', String.raw`See{\pict\wmetafile8 0102ff}\line below`, 'See\nbelow'],
  ['what may be skipped is', String.raw`{\*\generator Riched20;}Paid`, 'Paid'],
  ['brackets and a backslash', String.raw`\{INV\} \\ 1`, '{INV} \\ 1'],
  [
    'HTML wrapped by Outlook keeps its words',
    [
      String.raw`\fromhtml1 {\*\htmltag64 <p>}We paid {\*\htmltag84 <b>}INV-1`,
      String.raw`{\*\htmltag92 </b>}\htmlrtf \par \htmlrtf0 {\*\htmltag84 <br>}today`,
    ].join(''),
    'We paid INV-1\ntoday',
  ],
  ['bytes of a picture are stepped over', String.raw`{\pict\bin4 }}{{}Paid`, 'Paid'],
])('%s', (_, rtf, expected) => {
  expect(textOf(`${head}${rtf}}`)).toBe(expected);
});

test('a text of another code page is read by it', () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1251 \'cf\'eb\'e0\'f2}`;
  expect(textOf(rtf)).toBe('Плат');
});

test('brackets that do not match end nothing', () => {
  expect(textOf('}}} still {{{ here')).toBe('still  here');
  expect(textOf('')).toBe('');
});
