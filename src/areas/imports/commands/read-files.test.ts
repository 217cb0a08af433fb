import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Exit } from '#platform/cli/command.ts';
import { zipOf } from '#test/support/zip.ts';
import { readCommand } from './read-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dunlin-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(
  files: Readonly<Record<string, string>>,
  ...flags: string[]
): Promise<{ exit: Exit; out: string[]; err: string[] }> {
  const places = [];
  for (const [name, content] of Object.entries(files)) {
    places.push(path.join(folder, name));
    await writeFile(path.join(folder, name), content, 'latin1');
  }
  const out: string[] = [];
  const err: string[] = [];
  const exit = await readCommand.run([...places, ...flags], {
    print: (text) => void out.push(text),
    complain: (text) => void err.push(text),
    language: 'en',
  });
  return { exit, out, err };
}

const table = 'Customer,Amount\nC1,5.00\nC2,6.00\n';

test('a table answers its width and its length, as it always did', async () => {
  const { exit, out } = await read({ 'a.csv': table }, '--summary', '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(out[0] ?? '')).toEqual({
    encoding: 'utf-8',
    delimiter: ',',
    rowsInclHeader: 3,
    columns: 2,
  });
});

test('several files are a line of JSON each, and one refused among them ends with 1', async () => {
  const files = { 'a.csv': table, 'b.rtf': '{\\rtf1 a}', 'c.csv': table };
  const { exit, out, err } = await read(files, '--summary', '--json');
  expect(exit).toBe(1);
  expect(out.map((line) => Object.keys(JSON.parse(line))[0])).toEqual([
    'encoding',
    'refused',
    'encoding',
  ]);
  expect(JSON.parse(out[1] ?? '')).toMatchObject({
    refused: { code: 'read.unknown_format', record: null },
  });
  expect(err[0]).toMatch(/^b\.rtf: This is a text document/u);
});

test('an archive is a line of JSON for each file in it', async () => {
  const statement = (id: string): string =>
    readFileSync('samples/camt/no-namespace-053.xml', 'utf8').replace('GOLDEN-NONS', id);
  const bytes = zipOf([
    { name: 'monday.xml', text: statement('MONDAY') },
    { name: 'tuesday.xml', text: statement('TUESDAY') },
  ]);
  const files = { 'week.zip': Buffer.from(bytes).toString('latin1') };
  const { exit, out } = await read(files, '--summary', '--json');
  expect(exit).toBe(0);
  expect(out.map((line) => JSON.parse(line))).toEqual(
    [1, 2].map(() => ({
      format: 'camt',
      ns: '',
      statements: [
        {
          kind: 'Stmt',
          entries: 1,
          txDtls: 1,
          credits: '250.00',
          debits: '0',
          opening: '100.00',
          closing: '350.00',
        },
      ],
    })),
  );
});

test('a torn file says so, and the rest of a BAI2 file is never told as a table', async () => {
  const lockbox = readFileSync('samples/lockbox/invoices.txt', 'latin1');
  const torn = lockbox.split('\n').slice(0, 30).join('\n');
  const { out } = await read({ 'torn.txt': torn });
  expect(out[0]?.split('\n').at(-1)).toBe('record 30: lockbox_total is missing, the file is torn');
  const bai2 = readFileSync('samples/bai2/northgate.txt', 'latin1');
  const rest = bai2.slice(bai2.indexOf('\n16,') + 1);
  const refused = await read({ 'rest.bai': rest }, '--summary', '--json');
  expect(refused.exit).toBe(1);
  expect(refused.err[0]).toContain('with record 16: its beginning is missing or damaged');
});

test('an advice is read from pasted lines, a mail and a table alike', async () => {
  const lines = 'Check Number: 4711\nInvoice INV-1 $100.00\nInvoice INV-2 $50.00\nTotal $150.00\n';
  const head = 'From: AP <ap@acme.example>\nMIME-Version: 1.0\nContent-Type: text/plain';
  const mail = `${head}\n\n${lines}`;
  const sheet = 'Invoice,Discount,Amount Paid,Check Number,Currency\nINV-1,0,100.00,4711,USD\n';
  const { exit, out } = await read({ 'a.txt': lines, 'b.eml': mail, 'c.csv': sheet }, '--json');
  expect(exit).toBe(0);
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    { format: 'remittance', remittances: [{ paymentReference: '4711', total: '150.00' }] },
    { format: 'mail', remittances: [{ payerName: 'AP', paymentReference: '4711' }] },
    { format: 'remittance', remittances: [{ paymentReference: '4711' }] },
  ]);
});

test('a table of a bank is told as movements; one that stops has its figures', async () => {
  const good = 'Date,Description,Amount,Balance\n2025-01-01,a,5.00,5.00\n';
  const bad = `${good}soon,b,6.00,11.00\n`;
  const told = await read({ 'a.csv': good }, '--summary', '--json');
  expect(JSON.parse(told.out[0] ?? '')).toMatchObject({
    format: 'bank-table',
    delimiter: ',',
    rowsInclHeader: 2,
    columns: 4,
    statements: [{ transactions: 1, credits: '5.00' }],
  });
  const refused = await read({ 'b.csv': bad }, '--json');
  expect(refused.exit).toBe(1);
  expect(JSON.parse(refused.out[0] ?? '')).toMatchObject({
    refused: { code: 'read.bad_record', record: 3 },
  });
  const figures = await read({ 'b.csv': bad }, '--summary', '--json');
  expect(figures.exit).toBe(0);
  expect(JSON.parse(figures.out[0] ?? '')).toMatchObject({ rowsInclHeader: 3, columns: 4 });
});
