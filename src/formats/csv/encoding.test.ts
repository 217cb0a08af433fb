import { describe, expect, test } from 'vitest';
import { decodeText } from './encoding.ts';

const words = 'Ñandú;1.234,56 €;„así“';

describe('the encoding of a text is found out from its bytes', () => {
  test.each`
    bytes                                                                                                                                   | encoding
    ${Buffer.from(words, 'utf8')}                                                                                                           | ${'utf-8'}
    ${Buffer.from(`\uFEFF${words}`, 'utf8')}                                                                                                | ${'utf-8'}
    ${Buffer.from(`\uFEFF${words}`, 'utf16le')}                                                                                             | ${'utf-16le'}
    ${Buffer.from(words, 'utf16le')}                                                                                                        | ${'utf-16le'}
    ${Buffer.from(`\uFEFF${words}`, 'utf16le').swap16()}                                                                                    | ${'utf-16be'}
    ${Buffer.from(words, 'utf16le').swap16()}                                                                                               | ${'utf-16be'}
    ${[0xd1, 0x61, 0x6e, 0x64, 0xfa, 0x3b, 0x31, 0x2e, 0x32, 0x33, 0x34, 0x2c, 0x35, 0x36, 0x20, 0x80, 0x3b, 0x84, 0x61, 0x73, 0xed, 0x93]} | ${'windows-1252'}
  `('$encoding', ({ bytes, encoding }) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ text: words, encoding, undecodable: 0 });
  });
});

test('a few broken bytes in good UTF-8 are reported and cost no accents elsewhere', () => {
  const bytes = Buffer.concat([Buffer.from('Peña,Núñez,'), Buffer.from([0xff]), Buffer.from('X')]);
  expect(decodeText(bytes)).toEqual({
    text: 'Peña,Núñez,\uFFFDX',
    encoding: 'utf-8',
    undecodable: 1,
  });
});

test('plain ASCII counts as UTF-8', () => {
  expect(decodeText(Buffer.from('a,b')).encoding).toBe('utf-8');
});

test('long Windows-1252 text is decoded across its pieces', () => {
  const bytes = new Uint8Array(20_000).fill(0xe9);
  expect(decodeText(bytes).text).toBe('é'.repeat(20_000));
});

test('the list of a Japanese bank is read as it was written, narrow kana too', () => {
  const heading = [0x93, 0xfa, 0x95, 0x74, 0x2c, 0x8e, 0x63, 0x8d, 0x82, 0x2c];
  const bytes = Uint8Array.from([...heading, 0xcc, 0xd8, 0xba, 0xd0]);
  expect(decodeText(bytes)).toEqual({
    text: '日付,残高,ﾌﾘｺﾐ',
    encoding: 'shift_jis',
    undecodable: 0,
  });
});

test('quotes and dashes of a western Windows are no kanji', () => {
  const bytes = Uint8Array.from([0x93, 0x41, 0x94, 0x2c, 0x93, 0x42, 0x94, 0x20, 0x96, 0x20, 0xe9]);
  expect(decodeText(bytes).encoding).toBe('windows-1252');
});

test('what an old machine leaves at the end is no text, and a mark may stand before any', () => {
  expect(decodeText(Buffer.from('a,b\r\n\u001A\0\0\0')).text).toBe('a,b\r\n');
  expect(decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0x4d, 0xfc, 0x6c, 0x6c])).text).toBe('Müll');
});
