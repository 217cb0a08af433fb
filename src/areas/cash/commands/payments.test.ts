import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOwnNacha } from '#formats/nacha/open-own.ts';
import { readOrder } from '#formats/pain/read.ts';
import { paymentsCommand } from './payments.ts';

let folder = '';
const said: string[] = [];
const terminal = {
  print: (text: string) => void said.push(text),
  complain: (text: string) => void said.push(text),
  language: 'en',
} as const;
const run = (...args: string[]) =>
  paymentsCommand.on === 'nothing' ? paymentsCommand.run(args, terminal) : Promise.resolve(2);
const at = (name: string): string => path.join(folder, name);

beforeEach(() => {
  said.length = 0;
  folder = mkdtempSync(path.join(tmpdir(), 'payments-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const achSender = [
  'destination,121000248',
  'destination_name,NORTHGATE BANK',
  'origin,1912345678',
  'origin_name,NORTHGATE SUPPLY',
  'company_name,NORTHGATE SUPPLY',
  'company_id,1912345678',
  'description,REFUNDS',
  'effective_on,2026-11-23',
  'created_on,2026-11-20',
  'bank,12100024',
];
const ach = 'kind,class,routing,account,amount,id,name,document';

function achFiles(...rows: string[]): string[] {
  writeFileSync(at('sender.csv'), achSender.join('\n'));
  writeFileSync(at('payments.csv'), [ach, ...rows].join('\n'));
  const names = ['--sender', at('sender.csv'), '--out', at('out.ach')];
  return ['--as', 'nacha', at('payments.csv'), ...names];
}

test('ACH payments become a NACHA file that our reader proves, with printed controls', async () => {
  const args = achFiles(
    'credit,PPD,021000021,861174663,530.91,C-1001,ACME TOOL,',
    'debit,CCD,021000021,861174664,105.73,C-1002,BOREALIS,INV-7',
  );
  expect(await run(...args)).toBe(0);
  expect(said).toEqual([`2 payments, 636.64 USD → ${at('out.ach')}`]);
  const read = openOwnNacha(readFileSync(at('out.ach')));
  if (!read.ok) throw new Error(read.refusal);
  expect(read.value.batches.map(({ sec, entries }) => [sec, entries[0]?.amount])).toEqual([
    ['PPD', 53_091n],
    ['CCD', 10_573n],
  ]);
});

test.each([
  ['credit,PPD,021000022,861174663,1.00,C-1,ACME,', 'line 2: ach.routing_number_wrong'],
  ['credit,PPD,021000021,861174663,1.00,C-1,,', 'line 2, name: is missing'],
  ['credit,PPD,021000021,861174663,lots,C-1,ACME,', 'line 2, amount: cannot be read'],
  ['give,PPD,021000021,861174663,1.00,C-1,ACME,', 'line 2, kind: cannot be read'],
])('%s is refused by its row and field, and nothing is written', async (row, complaint) => {
  expect(await run(...achFiles(row))).toBe(1);
  expect(said.join('\n')).toContain(complaint);
  expect(() => readFileSync(at('out.ach'))).toThrow('ENOENT');
});

const own = ['own_name,Northgate GmbH', 'own_iban,DE89370400440532013000', 'on,2026-11-23'];
const head = ['message_id,RUN-7', 'written_at,2026-11-20T08:30:00', ...own];
const creditor = ['creditor_id,DE98ZZZ09999999999', 'scheme,CORE', 'sequence,RCUR'];

function sepaFiles(kind: string, columns: string, row: string): string[] {
  writeFileSync(at('sender.csv'), [...head, ...creditor].join('\n'));
  writeFileSync(at('payments.csv'), `${columns}\n${row}\n`);
  const names = ['--sender', at('sender.csv'), '--out', at('out.xml')];
  return ['--as', kind, at('payments.csv'), ...names, '--json'];
}

test('SEPA transfers and collections are read back as they were told', async () => {
  const columns = 'name,iban,amount,end to end ID,text,mandate_id,signed_on';
  const row = 'Acme SARL,FR1420041010050500013M02606,1250.10,E-1,INV-7,M-1,2026-01-05';
  for (const [kind, order] of [
    ['pain.001', 'transfers'],
    ['pain.008', 'collections'],
  ] as const) {
    expect(await run(...sepaFiles(kind, columns, row))).toBe(0);
    const read = readOrder(readFileSync(at('out.xml')));
    if (!read.ok) throw new Error(read.refusal);
    expect(read.value.kind).toBe(order);
    expect(read.value.batches[0]?.payments[0]).toMatchObject({
      endToEndId: 'E-1',
      amount: { minor: 125_010n, currency: 'EUR' },
    });
  }
  expect(JSON.parse(said[0] ?? '')).toMatchObject({
    controls: [{ currency: 'EUR', count: 1, sum: '1250.10' }],
  });
});

test('a wrong IBAN names its row', async () => {
  const row = 'Acme,FR1420041010050500013M02607,1.00,E-1';
  expect(await run(...sepaFiles('pain.001', 'name,iban,amount,end_to_end_id', row))).toBe(1);
  expect(said.join('\n')).toContain('line 2, PmtInf[1]/payment[1]/other/IBAN: pain.check_digits');
});
