/** What the command line owes a program that calls it: exit codes, and JSON for a refusal. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/db.ts';

type Ended = { readonly exit: number; readonly out: string; readonly err: string };

function dunlin(url: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: url, LANG: 'C' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/main.ts', ...args], { env }, (error, out, err) => {
      resolve({ exit: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

describe('wrong usage ends with 2, says so on standard error and prints nothing', () => {
  test.each([
    [[]],
    [['aging', 'today']],
    [['worklist', 'mine']],
    [['prove', 'it']],
    [['aging', '--by', 'colour']],
    [['import', 'a.csv', '--company', '../etc']],
  ])('dunlin %j', { timeout: 60_000 }, async (args) => {
    await using database = await freshDatabase();
    const { exit, out, err } = await dunlin(database.url, ...args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('dunlin');
  });
});

describe('a refusal ends with 1 and is an object for whoever asked for JSON', () => {
  test.each([
    [['aging', '--company', 'NOPE', '--json'], 'team.company_unknown'],
    [['worklist', '--company', 'NOPE', '--json'], 'team.company_unknown'],
    [['worklist', '--user', 'nobody@desk.example', '--json'], 'worklist.user_unknown'],
    [['import', '/no/such/file.csv', '--json'], 'import.no_such_file'],
    [['read', '/no/such/file.csv', '--json'], 'import.no_such_file'],
  ])('dunlin %j', { timeout: 60_000 }, async (args, code) => {
    await using database = await freshDatabase();
    const { exit, out, err } = await dunlin(database.url, ...args);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ refused: { code } });
    expect(err).not.toBe('');
  });
});

test('a rate entered on the command line lets foreign items in', { timeout: 120_000 }, async () => {
  await using database = await freshDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'dunlin-rate-'));
  const file = path.join(folder, 'items.csv');
  const row = 'NORTH,I-1,2026-08-01,2026-08-31,100.00,EUR';
  await writeFile(file, `Customer,Invoice,Issue date,Due date,Amount,Currency\n${row}\n`);
  const taken = ['import', file, '--company', 'ACME', '--json'];
  const refused = await dunlin(database.url, 'rate', 'EUR', 'EUR', '2026-08-01', '1', '--json');
  expect(refused.exit).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({ refused: { code: 'ledger.same_currency' } });
  const head = 'Customer,Invoice,Issue date,Due date,Amount,Currency';
  const founded = `${head}\nS,I-0,2026-08-01,2026-08-31,1,USD\n`;
  await writeFile(path.join(folder, 'home.csv'), founded);
  await dunlin(database.url, 'import', path.join(folder, 'home.csv'), '--company', 'ACME');
  const before = await dunlin(database.url, ...taken);
  expect(JSON.parse(before.out)).toMatchObject({ problems: [{ code: 'import.no_rate' }] });
  expect((await dunlin(database.url, 'rate', 'EUR', 'USD', '2026-08-01', '1.1')).exit).toBe(0);
  const after = await dunlin(database.url, ...taken);
  expect(after.exit).toBe(0);
  expect((await dunlin(database.url, 'prove')).exit).toBe(0);
  await rm(folder, { recursive: true });
});

test('of several companies none is guessed', { timeout: 120_000 }, async () => {
  await using database = await freshDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'dunlin-company-'));
  const file = path.join(folder, 'items.csv');
  const head = 'Customer,Invoice,Issue date,Due date,Amount,Currency';
  await writeFile(file, `${head}\nNORTH,I-1,2026-08-01,2026-08-31,100.00,USD\n`);
  expect((await dunlin(database.url, 'import', file, '--company', 'AA')).exit).toBe(0);
  expect((await dunlin(database.url, 'import', file, '--company', 'BB')).exit).toBe(0);
  const unsaid = await dunlin(database.url, 'import', file, '--json');
  expect(unsaid.exit).toBe(1);
  expect(JSON.parse(unsaid.out)).toMatchObject({ refused: { code: 'import.company_not_chosen' } });
  const aged = await dunlin(database.url, 'aging', '--by', 'company', '--json');
  expect(JSON.parse(aged.out)).toMatchObject({
    rows: [{ balance: '100.00' }, { balance: '100.00' }],
  });
  await rm(folder, { recursive: true });
});
