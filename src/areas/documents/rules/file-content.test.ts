import { describe, expect, test } from 'vitest';
import { samplePdf } from '#test/support/papers.ts';
import { largestFile, readContent } from './file-content.ts';

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file is what its first bytes say', () => {
  test.each([
    ['1004.pdf', samplePdf('1004'), 'application/pdf'],
    ['1004.png', png, 'image/png'],
    ['1004.jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['1004.tif', Uint8Array.of(0x49, 0x49, 0x2a, 0, 8), 'image/tiff'],
    ['1004.tiff', Uint8Array.of(0x4d, 0x4d, 0, 0x2a, 8), 'image/tiff'],
  ])('%s', (name, content, type) => {
    expect(readContent(name, content)).toEqual({ ok: true, value: type });
  });
});

describe('what is no original is refused by what it is', () => {
  test.each([
    [
      'a program',
      'x.pdf',
      bytes('MZ\u0090 this is an exe'),
      'documents.not_an_original',
      'program',
    ],
    ['a zip bomb', 'x.pdf', bytes('PK\u0003\u0004 42.zip'), 'documents.not_an_original', 'zip'],
    ['a page', 'x.pdf', bytes('<!doctype html>'), 'documents.not_an_original', 'web_page'],
    ['a drawing', 'x.png', bytes('<svg onload="x">'), 'documents.not_an_original', 'web_page'],
    ['text', 'x.pdf', bytes('hello'), 'documents.not_an_original', 'other'],
    ['a picture named PDF', 'x.pdf', png, 'documents.ending_disagrees', 'image/png'],
    ['a PDF named program', 'x.exe', samplePdf('1'), 'documents.ending_disagrees', undefined],
    ['nothing', 'x.pdf', new Uint8Array(), 'documents.file_empty', undefined],
    ['half a PDF', 'x.pdf', bytes('%PDF-1.7 and then'), 'documents.pdf_cut_short', undefined],
    ['too much', 'x.pdf', new Uint8Array(largestFile + 1), 'documents.file_too_large', undefined],
  ])('%s', (_, name, content, refusal, found) => {
    const read = readContent(name, content);
    expect(read).toMatchObject({ ok: false, refusal, ...(found ? { facts: { found } } : {}) });
  });
});

test('a PDF that is locked with a password is kept as it came', () => {
  const locked = bytes('%PDF-1.7\n1 0 obj<</Encrypt 2 0 R>>endobj\n%%EOF\n');
  expect(readContent('1004.pdf', locked)).toEqual({ ok: true, value: 'application/pdf' });
});
