import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CliDesk, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { openXlsx } from '#platform/files/open-xlsx.ts';
import { type Story, deskOwed1000 } from '#test/support/builders.ts';
import { saveReport } from '#areas/datasets/actions/save-report.ts';
import { give, reportCommand } from './report.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'dunlin-report-'));
let story: Story;

beforeAll(async () => {
  story = await deskOwed1000();
  story.on('2026-10-01');
});
afterAll(async () => {
  await story[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** What the command prints for these arguments. */
async function report(...args: string[]): Promise<string> {
  if (reportCommand.on !== 'desk') throw new Error('a report reads the book');
  const said: string[] = [];
  const desk: CliDesk = {
    ...story,
    language: 'en',
    print: (text) => void said.push(text),
    complain: () => undefined,
    actor: { ref: 'command:test', memberId: null },
    ownerUrl: story.url,
    dataFolder: folder,
  };
  expect(await reportCommand.run(args, desk)).toBe(0);
  return said.join('\n');
}

async function file(name: string, ...args: string[]): Promise<Uint8Array> {
  const out = path.join(folder, name);
  expect(await report(...args, '--out', out)).toBe('');
  return readFileSync(out);
}

test('without a name every report is listed, saved ones too, and a saved one runs', async () => {
  const { memberId } = await story.member('controller');
  if (memberId === null) throw new Error('nobody');
  const keeper = { memberId, permissions: ['aging.read'] };
  const question = {
    dataset: 'open-items',
    groups: [{ column: 'name' }],
    measures: [{ kind: 'sum', column: 'open' }],
  } as const;
  const wish = {
    name: 'who-owes',
    title: 'Who owes',
    note: '',
    question,
    shared: 'private',
  } as const;
  const rest = { companyId: null, reviewOn: undefined };
  await story.done((context) => saveReport(context, { ...wish, ...rest }, keeper));
  expect(await report()).toContain('who-owes');
  expect(await report('who-owes', '--csv')).toBe('Name,Currency,Sum of Open\nNORTH,USD,1000.00');
  const xlsx = path.join(folder, 'who.xlsx');
  expect(await report('who-owes', '--xlsx', xlsx)).toBe('');
  expect(JSON.stringify(await openXlsx(readFileSync(xlsx)))).toContain('1000');
});

test('a CSV that was cut says so on standard error, and prints only its rows', async () => {
  const said = { out: [] as string[], err: [] as string[] };
  const desk = {
    language: 'en' as const,
    print: (text: string) => void said.out.push(text),
    complain: (text: string) => void said.err.push(text),
  };
  const cut = 'Cut after 1 row; there are more.';
  const made = {
    fileName: 'open',
    title: ['Open', cut],
    columns: [{ header: 'Document', kind: 'text' }],
    rows: [['I-1']],
    totals: [],
    json: {},
  } as const;
  await give(desk, { ...made, cut }, { format: 'csv', out: undefined });
  expect(said).toEqual({ out: ['Document\nI-1'], err: [cut] });
  await give(desk, made, { format: 'csv', out: undefined });
  expect(said.err).toEqual([cut]);
});

test('over 60 days names the item, its age and what is open', async () => {
  expect(await report('over-60', '--csv')).toBe(
    'Account,Name,Document,Due,Days,Currency,Open,Disputed\n' +
      'NORTH,NORTH,I-1,2026-07-01,92,USD,1000.00,',
  );
  expect(JSON.parse(await report('over-60', '--json'))).toMatchObject({
    asOf: '2026-10-01',
    totals: [{ currency: 'USD', total: '1000.00' }],
  });
});

test('a table says above what it shows, and adds up below', async () => {
  const said = await report('aging', '--as-of', '2026-07-20');
  expect(said).toMatch(/^Aging\nAs of 2026-07-20 · By due date/u);
  expect(said.split('\n').at(-1)).toMatch(/^Total +USD +0\.00 +1000\.00 /u);
});

describe('as a file', () => {
  test.each([
    ['aging'],
    ['over-60'],
    ['data-quality'],
    ['compare', '--from', '2026-07-20'],
    ['trial-balance', '--from', '2026-06-01', '--to', '2026-10-01'],
    ['month-end', '--period', '2026-09'],
    ['statement', '--account', 'north', '--from', '2026-06-01'],
  ])('%s is a workbook, a PDF, a table and CSV', async (...args) => {
    const [, sheet] = await Promise.all([
      file('report.pdf', ...args, '--format', 'pdf'),
      file('report.xlsx', ...args, '--format=xlsx'),
    ]);
    expect(readFileSync(path.join(folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await openXlsx(sheet)).ok).toBe(true);
    expect(await report(...args)).not.toBe('');
    expect(await report(...args, '--format', 'csv')).toContain(',');
  });
});

test('a report, a format, an account that is not there is refused by name', async () => {
  await expect(report('everything')).rejects.toThrow(WrongUsage);
  await expect(report('aging', '--format', 'docx')).rejects.toThrow('not "docx"');
  await expect(report('aging', '--sort', 'name')).rejects.toThrow(WrongUsage);
  await expect(report('statement')).rejects.toThrow('--account');
  await expect(report('statement', '--account', 'SOUTH')).rejects.toThrow(Unfit);
  await expect(report('over-60', '--company', 'NOPE')).rejects.toThrow(Unfit);
});
