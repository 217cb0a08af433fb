import { describe, expect, test } from 'vitest';
import { workbookOf, zipOf } from '#test/support/zip.ts';
import { sniff } from './sniff.ts';

describe('a file is known by its bytes', () => {
  test.each([
    ['Customer,Amount\nC1,1.00\n', 'csv'],
    ['PmtInfId\nPayment-Info-12345\n', 'csv'],
    ['Open items\n\nCustomer;Amount\nC1;1,00\n', 'csv'],
    ['', 'empty'],
    [' \r\n\r\n', 'empty'],
    ['%PDF-1.7', 'pdf'],
    ['\uFEFF\r\n\r\n %PDF-1.7', 'pdf'],
    ['<?xml version="1.0"?><Document/>', 'xml'],
    ['Dear all,\n<?xml version="1.0"?><Document/>', 'xml'],
    ['<!DOCTYPE html><html></html>', 'html'],
    ['<table><tr><td>1</td></tr></table>', 'html'],
    ['{"object": "balance_transaction"}', 'json'],
    ['[{"id": 1}]', 'json'],
    ['{\\rtf1 }', 'word_processor'],
    ['{1500}30        P {1510}1000', 'bank_file'],
    ['ABNANL2A\n940\n:20:STMT\n:25:1', 'bank_file'],
    ['01,122099999,123456789,040621,0200,1,65,,2/\n', 'bank_file'],
    ['101 231380104 1210428821906240000A094101Federal Reserve Bank   My Bank Name', 'bank_file'],
    ['OFXHEADER:100\nDATA:OFXSGML\n', 'bank_file'],
    ['ISA*00*          *00*          *ZZ*SENDER~', 'edi'],
    ["UNA:+.? 'UNB+UNOA:1+A+B'", 'edi'],
    ['BEGIN:VCALENDAR\nVERSION:2.0\n', 'calendar'],
    ['From: a@b.example\nSubject: x, y\n', 'mail'],
    ['Dear customer, thank you for your letter.\nWe shall answer it soon.\nYours', 'prose'],
    ['\u0000\u0001\u0002\u0003rubbish', 'binary'],
  ])('%j', (text, kind) => {
    expect(sniff(Buffer.from(text))).toBe(kind);
  });

  test.each([
    [[0x89, 0x50, 0x4e, 0x47, 0x0d], 'image'],
    [[0xff, 0xd8, 0xff, 0xe0], 'image'],
    [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'old_excel'],
    [[0x1f, 0x8b, 0x08], 'archive'],
  ])('%j', (bytes, kind) => {
    expect(sniff(Uint8Array.from(bytes))).toBe(kind);
  });

  test.each([
    [[{ name: 'notes.txt', text: 'x' }], 'archive'],
    [
      [{ name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' }],
      'opendocument',
    ],
    [[{ name: 'word/document.xml', text: '<w/>' }], 'word_processor'],
    [[{ name: 'xl/workbook.bin', text: 'x' }], 'binary_excel'],
  ])('an archive of %j', (parts, kind) => {
    expect(sniff(zipOf(parts))).toBe(kind);
  });

  test('a workbook, whatever its name', () => {
    expect(sniff(workbookOf(''))).toBe('xlsx');
  });
});
