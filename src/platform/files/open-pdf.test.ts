import { expect, test } from 'vitest';
import { pdfOf, pdfOfRows } from '#test/support/pdf.ts';
import { openPdf } from './open-pdf.ts';

test('words on one height are a line, and a wide gap between them is a tab', async () => {
  const pdf = pdfOfRows([
    ['Invoice', 'Gross', 'Paid'],
    ['INV-1', '100.00', '98.00'],
  ]);
  expect(await openPdf(pdf)).toEqual({
    ok: true,
    value: 'Invoice\tGross\tPaid\nINV-1\t100.00\t98.00',
  });
});

test('a page without text is a picture, and says so', async () => {
  expect(await openPdf(pdfOf([]))).toMatchObject({ ok: false, refusal: 'read.no_text' });
});

test('torn bytes and too many of them are refused', async () => {
  const torn = pdfOfRows([['a', 'b']]).subarray(0, 60);
  expect(await openPdf(torn)).toMatchObject({ ok: false, refusal: 'read.bad_record' });
  const large = await openPdf(new Uint8Array(20_000_001));
  expect(large).toMatchObject({ ok: false, refusal: 'read.too_large' });
});

test('the bytes that were handed in are left as they are', async () => {
  const pdf = pdfOfRows([['Invoice', 'Paid']]);
  const before = Uint8Array.from(pdf);
  await openPdf(pdf);
  expect(pdf.length).toBe(before.length);
  expect(Buffer.compare(pdf, before)).toBe(0);
});
