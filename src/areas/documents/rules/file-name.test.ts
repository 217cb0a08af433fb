import { describe, expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { type NamedDocument, linkByName, readFileName } from './file-name.ts';

const one = id('01a00000-0000-7000-8000-000000000001');

function document(number: string, account = 'NORTH', company = 'MAIN'): NamedDocument {
  return { accountId: one, documentId: one, number, account, company };
}

/** What the name is linked to in a book with these documents. */
function linked(name: string, ...book: readonly NamedDocument[]): string {
  const reading = readFileName(name);
  if (!reading.ok) return reading.refusal;
  const found = book.filter(({ number }) => reading.value.candidates.includes(number));
  const link = linkByName(reading.value, found);
  return link.ok
    ? `${link.value.account} ${link.value.number} ${reading.value.kind}`
    : link.refusal;
}

describe('the number in a name is found among its usual decorations', () => {
  test.each([
    ['INV-1004.pdf', 'INV-1004', 'NORTH INV-1004 invoice'],
    ['inv-1004.PDF', 'INV-1004', 'NORTH INV-1004 invoice'],
    ['INV_1004.pdf', 'INV-1004', 'NORTH INV-1004 invoice'],
    ['INV1004.pdf', 'INV-1004', 'NORTH INV-1004 invoice'],
    ['1004_POD.pdf', '1004', 'NORTH 1004 delivery'],
    ['POD 1004 signed.jpg', '1004', 'NORTH 1004 delivery'],
    ['invoice 1004 v2.pdf', '1004', 'NORTH 1004 invoice'],
    ['invoice 1004 (2).pdf', '1004', 'NORTH 1004 invoice'],
    ['Factura 1004 copia 2.pdf', '1004', 'NORTH 1004 invoice'],
    ['Albarán 1004.pdf', '1004', 'NORTH 1004 delivery'],
    ['1004_20260301.pdf', '1004', 'NORTH 1004 invoice'],
    ['NORTH-1004.pdf', '1004', 'NORTH 1004 invoice'],
    ['MAIN_NORTH_INV-1004_v3.pdf', 'INV-1004', 'NORTH INV-1004 invoice'],
    ['FA-2026-001.pdf', 'FA/2026/001', 'NORTH FA/2026/001 invoice'],
    ['20260301.pdf', '20260301', 'NORTH 20260301 invoice'],
    ['１００４.pdf', '1004', 'documents.number_unknown'],
    ['INV-1004.pdf', '1005', 'documents.number_unknown'],
    ['1004567.pdf', '1004', 'documents.number_unknown'],
    ['1004 77812.pdf', '1004', 'documents.number_unknown'],
    ['ІNV-1004.pdf', 'INV-1004', 'documents.number_unknown'],
  ])('%s in a book with %s', (name, number, expected) => {
    expect(linked(name, document(number))).toBe(expected);
  });
});

test('the longest number wins', () => {
  expect(linked('INV-1004.pdf', document('1004'), document('INV-1004'))).toContain('INV-1004');
});

test('two invoices of one number are told apart by the account in the name, or not at all', () => {
  const book = [document('1004', 'NORTH'), document('1004', 'SOUTH')];
  expect(linked('1004.pdf', ...book)).toBe('documents.number_ambiguous');
  expect(linked('SOUTH_1004.pdf', ...book)).toBe('SOUTH 1004 invoice');
});

test('an account number in front is not taken for an invoice of somebody else', () => {
  const book = [document('1004', '100200'), document('100200', 'SOUTH')];
  expect(linked('100200_1004.pdf', ...book)).toBe('100200 1004 invoice');
});

describe('what is no name of a file is refused', () => {
  test.each([
    ['../../etc/passwd.pdf'],
    ['..\\..\\windows\\1004.pdf'],
    ['1004\u0000.pdf'],
    ['1004\u001b[2J.pdf'],
    ['1004\u202efdp.exe'],
    [`${'9'.repeat(300)}.pdf`],
    [''],
    ['..'],
  ])('%j', (name) => {
    expect(linked(name, document('1004'))).toBe('documents.name_unfit');
  });
});

test('a name with a hundred numbers is read in bounded time', () => {
  const reading = readFileName(`${'12 34 '.repeat(41)}.pdf`);
  expect(reading.ok ? reading.value.candidates.length : 0).toBeLessThan(2000);
  expect(reading.ok).toBe(true);
});
