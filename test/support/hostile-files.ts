/**
 * Files that somebody made to break a reader, or that broke on their way: each is to be refused
 * with a reason, or named row by row, and none may leave anything in the book.
 */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { workbookOf, zipOf } from './zip.ts';

export type HostileFile = { readonly name: string; readonly bytes: Uint8Array };

const header = 'Customer,Invoice,Date,Due,Amount,Currency';
const good = 'C1,INV-1,2026-01-15,2026-02-14,100.00,USD';
const megabyte = 1024 * 1024;

/** Rows that cannot be items, under a header that is right; one good row stands before each. */
const badRows: Readonly<Record<string, string>> = {
  'amount-words.csv': 'C1,INV-2,2026-01-15,2026-02-14,ten dollars,USD',
  'amount-nan.csv': 'C1,INV-2,2026-01-15,2026-02-14,NaN,USD',
  'amount-infinite.csv': 'C1,INV-2,2026-01-15,2026-02-14,Infinity,USD',
  'amount-exponent.csv': 'C1,INV-2,2026-01-15,2026-02-14,1e308,USD',
  'amount-hex.csv': 'C1,INV-2,2026-01-15,2026-02-14,0x10,USD',
  'amount-endless.csv': `C1,INV-2,2026-01-15,2026-02-14,${'9'.repeat(400)}.00,USD`,
  'amount-past-bigint.csv': 'C1,INV-2,2026-01-15,2026-02-14,99999999999999999999.00,USD',
  'amount-formula.csv': 'C1,INV-2,2026-01-15,2026-02-14,=1+1,USD',
  'amount-two-points.csv': 'C1,INV-2,2026-01-15,2026-02-14,1.2.3,USD',
  'amount-nothing.csv': 'C1,INV-2,2026-01-15,2026-02-14,,USD',
  'amount-three-decimals.csv': 'C1,INV-2,2026-01-15,2026-02-14,10.005,USD',
  'amount-fullwidth.csv': 'C1,INV-2,2026-01-15,2026-02-14,１００.００,USD',
  'day-31-february.csv': 'C1,INV-2,2026-02-31,2026-03-14,10.00,USD',
  'day-negative.csv': 'C1,INV-2,-2026-01-15,2026-03-14,10.00,USD',
  'day-month-13.csv': 'C1,INV-2,2026-13-01,2026-03-14,10.00,USD',
  'day-words.csv': 'C1,INV-2,tomorrow,2026-03-14,10.00,USD',
  'day-injection.csv': "C1,INV-2,'; drop table ledger.item; --,2026-03-14,10.00,USD",
  'day-nothing.csv': 'C1,INV-2,,,10.00,USD',
  'currency-invented.csv': 'C1,INV-2,2026-01-15,2026-02-14,10.00,XQQ',
  'currency-too-long.csv': 'C1,INV-2,2026-01-15,2026-02-14,10.00,DOLLARS',
  'number-missing.csv': 'C1,,2026-01-15,2026-02-14,10.00,USD',
  'customer-missing.csv': ',INV-2,2026-01-15,2026-02-14,10.00,USD',
  'too-few-fields.csv': 'C1,INV-2',
  'same-number-twice.csv': 'C1,INV-1,2026-01-15,2026-02-14,75.00,USD',
};

/** Whole files that are not what they say. */
function torn(): Record<string, Uint8Array> {
  const text = (lines: readonly string[]) => Buffer.from(lines.join('\n'));
  const csv = text([header, good]);
  const sheet = workbookOf('<row r="1"><c r="A1" t="inlineStr"><is><t>Customer</t></is></c></row>');
  const random = Uint8Array.from({ length: 4096 }, (_, at) => (at * 167 + 13) % 256);
  return {
    'empty.csv': Buffer.alloc(0),
    'only-spaces.csv': Buffer.from(' \n \n'),
    'only-header.csv': text([header]),
    'only-mark.csv': Buffer.from('\uFEFF'),
    'zeros.csv': Buffer.alloc(4096),
    'noise.csv': random,
    'nul-inside.csv': Buffer.from(`${header}\nC1,IN\0V-1,2026-01-15,2026-02-14,1.00,USD\n`),
    'swallowed.csv': text([header, good, 'C1,"INV-2,2026-01-15', '2026-02-14,10.00,USD"']),
    'long-line.csv': text([header, `C1,${'x'.repeat(10 * megabyte)},2026-01-15,2026-02-14,1,USD`]),
    'amounts-only.csv': text(['Amount', '10.00']),
    'other-words.csv': text(['roses,are,red', 'violets,are,blue']),
    'same-header-twice.csv': text(['Customer,Invoice,Amount,Amount,Date,Due', 'C1,I,1,2,x,y']),
    'utf16-half.csv': Buffer.from(`\uFEFF${header}\n${good}`, 'utf16le').subarray(0, 41),
    'page.csv': Buffer.from('<!doctype html><script>alert(1)</script>'),
    'program.xlsx': Buffer.from('MZ\u0090\0 this program cannot be run'),
    'paper.pdf': Buffer.from('%PDF-1.7\n%âãÏÓ'),
    'picture.csv': Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    'packed.csv.gz': gzipSync(csv),
    'packed.zip': zipOf([{ name: '../../etc/passwd', text: 'root:x:0:0' }]),
    'half.xlsx': sheet.subarray(0, Math.floor(sheet.length / 2)),
    'head-only.xlsx': Buffer.from('PK\u0003\u0004 and then nothing'),
    'no-sheets.xlsx': zipOf([{ name: '[Content_Types].xml', text: '<Types/>' }]),
    'liar.xlsx': zipOf([{ name: 'xl/workbook.xml', text: 'x', claimed: 2 ** 31 }]),
    'entities.xlsx': workbookOf('<row r="1"><c r="A1"><v>&a;</v></c></row>', laughs),
    'bomb.xlsx': bomb(),
    'old.xls': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  };
}

const laughs =
  '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY a "&c;&c;&c;&c;">]>';

/** A part of 300 MB that is packed into some hundred kilobytes. */
function bomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(300 * megabyte, '<row/>'), { level: 9 });
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(300 * megabyte, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(300 * megabyte, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

/** All of them, by name. */
export function hostileFiles(): HostileFile[] {
  const rows = Object.entries(badRows).map(([name, row]) => ({
    name,
    bytes: Buffer.from([header, good, row, ''].join('\n')),
  }));
  const files = Object.entries(torn()).map(([name, bytes]) => ({ name, bytes }));
  return [...rows, ...files];
}
