import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { matchSetCommand } from './match-set.ts';

const item = 'doc_id,doc_type,number,customer_id,issue_date,due_date,total_cents,open_cents';
const items = `${item},discount_date,discount_cents,po_number`;
const line = 'line_id,value_date,amount_cents,currency,channel,bank_reference,check_number';
const lines = `${line},payer_name,payer_account,remittance_text`;
const answer = 'line_id,scenario,customer_id,on_account_cents,reverses_line_id,outcome';

const files = {
  'customers.csv': ['customer_id,name,parent_id', 'C1,Acme Tools,', 'C2,Borealis Paper,'],
  'open_items.csv': [
    items,
    'D1,INV,INV-0100001,C1,2026-10-01,2026-10-31,10000,10000,,0,',
    'D2,INV,INV-0100002,C1,2026-10-01,2026-10-31,25050,25050,,0,',
    'D3,INV,INV-0100003,C2,2026-10-01,2026-10-31,25050,25050,,0,',
  ],
  'closed_items.csv': [items, 'D0,INV,INV-0090001,C1,2026-09-01,2026-09-30,7700,0,,0,'],
  'history_lines.csv': [lines, 'H1,2026-10-02,7700,USD,ACH,1,,ACME TOOLS,XX1,INV-0090001'],
  'history_truth.csv': [
    'line_id,doc_id,cash_cents,discount_cents,fee_writeoff_cents',
    'H1,D0,7700,0,0',
  ],
  'history_truth_lines.csv': [answer, 'H1,EXACT_REF,C1,0,,APPLY'],
  'bank_lines.csv': [
    lines,
    'L1,2026-11-02,10000,USD,ACH,2,,ACME TOOLS,XX1,INV-0100001',
    'L2,2026-11-03,25050,USD,ACH,3,,ACME TOOLS,XX1,INV-0100020',
    'L3,2026-11-04,-10000,USD,ACH,4,,ACME TOOLS,XX1,RETURN R01 ORIG TRACE 2',
    'L4,2026-11-05,512,USD,MISC,5,,,,INTEREST EARNED',
  ],
};

let folder = '';
const said: string[] = [];
const terminal = {
  print: (text: string) => void said.push(text),
  complain: (text: string) => void said.push(text),
  language: 'en',
} as const;
const run = (...args: string[]) =>
  matchSetCommand.on === 'nothing' ? matchSetCommand.run(args, terminal) : Promise.resolve(2);

beforeEach(() => {
  said.length = 0;
  folder = mkdtempSync(path.join(tmpdir(), 'matching-set-'));
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, file), `${text.join('\n')}\n`);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('dunlin match --set', () => {
  test('decides the lines of a folder in order and writes one answer each', async () => {
    const out = path.join(folder, 'answers.jsonl');
    expect(await run(folder, '--out', out)).toBe(0);
    const answers = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(answers).toMatchObject([
      { line_id: 'L1', outcome: 'APPLY', customer_id: 'C1', on_account_cents: 0 },
      { line_id: 'L2', allocations: [{ doc_id: 'D2', cash_cents: 25_050 }] },
      { line_id: 'L3', outcome: 'RETURN', reverses_line_id: 'L1' },
      { line_id: 'L4', outcome: 'NON_AR' },
    ]);
    expect(answers[0].allocations).toMatchObject([{ doc_id: 'D1', cash_cents: 10_000 }]);
  });

  test('tells how sure it is of what it posts, and of the rest only the band', async () => {
    const unknown = `${lines}\nL1,2026-11-02,10000,USD,ACH,2,,ACME TOOLS,XX1,INV-0100001\n`;
    const asked = 'L2,2026-11-03,4711,USD,ACH,3,,ACME TOOLS,XX1,PAYMENT\n';
    writeFileSync(path.join(folder, 'bank_lines.csv'), unknown + asked);
    const out = path.join(folder, 'answers.jsonl');
    await run(folder, '--out', out);
    const [posted, rest] = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(posted).toMatchObject({ auto: true });
    expect(posted.confidence).toBeGreaterThan(0.97);
    expect(rest).toMatchObject({ auto: false });
    expect([0.1, 0.5]).toContain(rest.confidence);
  });

  test('the answers of the lines are not read, even when they lie there', async () => {
    writeFileSync(path.join(folder, 'truth.csv'), 'no answer at all');
    writeFileSync(path.join(folder, 'truth_lines.csv'), '"');
    expect(await run(folder, '--out', path.join(folder, 'answers.jsonl'))).toBe(0);
  });

  test('a file that is missing is named', async () => {
    rmSync(path.join(folder, 'open_items.csv'));
    const failing = run(folder, '--out', path.join(folder, 'answers.jsonl'));
    await expect(failing).rejects.toThrow('open_items.csv');
  });

  test('a row that cannot be read is named with its file and line', async () => {
    const wrong = `${lines}\nL1,2026-11-02,1.5,USD,ACH,2,,ACME TOOLS,XX1,\n`;
    writeFileSync(path.join(folder, 'bank_lines.csv'), wrong);
    const failing = run(folder, '--out', path.join(folder, 'answers.jsonl'));
    await expect(failing).rejects.toThrow('bank_lines.csv, line 2: amount_cents');
  });

  test('without --out it is wrong usage', async () => {
    await expect(run(folder)).rejects.toThrow('--out');
  });
});
