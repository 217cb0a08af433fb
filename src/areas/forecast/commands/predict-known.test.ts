import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asKnownOn, invoicesOf } from '#test/support/payers.ts';
import { toDay } from '../rules/days.ts';
import { predictKnownCommand } from './predict-known.ts';

const header =
  'invoice_id,customer_id,company,currency,terms,attr,issue_date,due_date,amount,paid_date';
let folder = '';
const said: string[] = [];
const terminal = {
  print: (text: string) => void said.push(text),
  complain: (text: string) => void said.push(text),
  language: 'en',
} as const;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'predict-'));
  said.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileOf(lines: readonly string[]): string {
  const file = path.join(folder, 'known.csv');
  writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
  return file;
}

async function predicted(lines: readonly string[], ...more: string[]): Promise<string[]> {
  if (predictKnownCommand.on !== 'nothing') throw new Error('it needs no database');
  const out = path.join(folder, 'out.csv');
  const args = [fileOf(lines), '--as-of', toDay(20_400), '--out', out, ...more];
  expect(await predictKnownCommand.run(args, terminal)).toBe(0);
  return readFileSync(out, 'utf8').trim().split('\n');
}

describe('dunlin predict --known', () => {
  test('predicts every row that was not paid, and says by which model', async () => {
    const known = asKnownOn(
      invoicesOf(
        [
          { customerId: 'NORTH', delay: () => 3 },
          { customerId: 'SOUTH', delay: (draw) => 10 + Math.floor(draw * 8) },
        ],
        { from: 20_000, until: 20_400, every: 4 },
      ),
      20_400,
    );
    const lines = known.map((item) =>
      [
        item.invoiceId,
        item.customerId,
        'MAIN,USD,NET30,',
        toDay(item.issuedOn),
        toDay(item.dueOn),
        item.size,
        item.paidOn === null ? '' : toDay(item.paidOn),
      ].join(','),
    );
    const [columns, ...rows] = await predicted(lines);
    expect(columns).toBe(
      'snapshot,invoice_id,p10,p50,p90,p_late30,p_late0,p_w1,p_w2,p_w3,p_w4,p_w5,p_w6,p_w7,p_w8',
    );
    const open = known.filter(({ paidOn }) => paidOn === null);
    expect(new Set(rows.map((row) => row.split(',')[1]))).toEqual(
      new Set(open.map(({ invoiceId }) => invoiceId)),
    );
    expect(said.join()).toContain(`${known.length} invoices known, ${rows.length} predicted`);
    const model = await predicted(lines, '--model', 'empirical');
    expect(model).toHaveLength(rows.length + 1);
    expect(said.at(-1)).toContain('empirical');
  });

  test('an open row dated after the day is predicted too', async () => {
    const rows = await predicted([
      'A1,NORTH,MAIN,USD,NET30,,2025-11-20,2025-12-20,100.00,',
      'A2,NORTH,MAIN,USD,NET30,,2025-10-01,2025-10-31,100.00,2025-11-03',
    ]);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(',A1,');
  });

  test.each([
    [
      'A1,NORTH,MAIN,USD,NET30,,2025-11-31,2025-12-20,100.00,',
      /line 2: issue_date is "2025-11-31"/u,
    ],
    ['A1,NORTH,MAIN,USD,NET30,,2025-11-01,2025-12-20,much,', /line 2: amount is "much"/u],
    [',NORTH,MAIN,USD,NET30,,2025-11-01,2025-12-20,1.00,', /line 2: invoice_id is empty/u],
  ])('a row that cannot be read is named: %s', async (line, complaint) => {
    await expect(predicted([line])).rejects.toThrow(complaint);
  });

  test('a number that stands twice is named with both lines', async () => {
    const line = 'A1,NORTH,MAIN,USD,NET30,,2025-11-01,2025-12-01,1.00,';
    await expect(predicted([line, line])).rejects.toThrow('line 3: invoice A1 stands on line 2');
  });

  test('says what it takes', async () => {
    if (predictKnownCommand.on !== 'nothing') throw new Error('it needs no database');
    await expect(predictKnownCommand.run(['known.csv'], terminal)).rejects.toThrow('--as-of');
    const args = ['none.csv', '--as-of', '2026-01-01', '--out', 'x'];
    await expect(predictKnownCommand.run(args, terminal)).rejects.toThrow(
      'none.csv cannot be read',
    );
  });
});
