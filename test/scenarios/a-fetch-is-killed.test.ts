/**
 * kill -9 while a file of the bank is on its way in, fetched from a real SFTP server or named on
 * the command line: it is absent whole, and the next run brings it once.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { type Db, type Queries, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { deskOn } from '#test/support/builders.ts';
import { type Program, dunlin, run } from '#test/support/posting-desk.ts';
import { sftpServer } from '#test/support/sftp-server.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'dunlin-fetch-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const lines = 300;

/** A prior-day report of as many deposits. */
function report(): string {
  const deposits = Array.from(
    { length: lines },
    (_, index) => `16,195,${1000 + index},Z,,,PAYER ${index} INV-${index}`,
  );
  const total = deposits.reduce((sum, _, index) => sum + 1000 + index, 0);
  return [
    '01,122099999,123456789,260603,0800,1,80,,2/',
    '02,031001234,122099999,1,260602,,USD,2/',
    '03,000123,USD,015,0,,/',
    ...deposits,
    `49,${total},${lines + 2}/`,
    `98,${total},1,${lines + 4}/`,
    `99,${total},1,${lines + 6}/`,
    '',
  ].join('\n');
}

async function deskOfBank() {
  const desk = await deskOn('2026-06-03');
  await desk.done((context) =>
    registerBankAccount(context, {
      companyId: desk.companyId,
      name: 'Operating',
      number: '000123',
      currency: currency('USD'),
      cashAccount: '1010',
    }),
  );
  return desk;
}

/** Kills the program while it waits to write what its lines say: the test holds that table. */
async function killInTheMiddle(url: string, program: Program): Promise<void> {
  const db: Db = openDb(url, { asOwner: true, poolSize: 1 });
  try {
    await db.transaction(async (tx) => {
      await tx.run(sql`lock table bank_files.line_version in share mode`);
      await untilItWaits(tx, program);
      program.child.kill('SIGKILL');
      expect(await program.ended).toBeNull();
    });
  } finally {
    await db.close();
  }
}

async function untilItWaits(db: Queries, program: Program): Promise<void> {
  for (;;) {
    const { waiting } = await db.one(sql<{ waiting: boolean }>`
      select exists (select
                       from pg_locks
                      where relation = 'bank_files.line_version'::regclass
                        and not granted) as waiting`);
    if (waiting) return;
    if (program.child.exitCode !== null) throw new Error(`it ended before: ${program.said()}`);
    await wait(2);
  }
}

async function counts(db: Queries): Promise<Record<string, bigint>> {
  return db.one(sql<Record<string, bigint>>`
    select (select count(*) from bank_files.file) as files,
           (select count(*) from bank_files.fetched) as fetched,
           (select count(*) from bank_files.line_card) as lines`);
}

const none = { files: 0n, fetched: 0n, lines: 0n };

describe('a file of the bank is there once or not at all', { timeout: 120_000 }, () => {
  test('when the fetch from its server is killed and done again', async () => {
    await using bank = await sftpServer({ 'day.bai': report() });
    await using desk = await deskOfBank();
    const secret = path.join(home, 'secret');
    writeFileSync(secret, bank.password);
    const feeds = path.join(home, 'feeds.json');
    const feed = {
      kind: 'sftp',
      name: 'first-bank',
      company: 'MAIN',
      host: '127.0.0.1',
      port: bank.port,
      user: bank.user,
      path: '/out',
      hostKey: bank.hostKey,
      passwordFile: secret,
    };
    writeFileSync(feeds, JSON.stringify({ feeds: [feed] }));
    const settings = { DATABASE_URL: desk.url, DUNLIN_FEEDS: feeds };
    await killInTheMiddle(desk.url, run('src/cli/main.ts', ['fetch-bank-files'], settings));
    expect(await counts(desk.db)).toEqual(none);

    const again = JSON.parse(await dunlin(settings, 'fetch-bank-files', '--json'));
    expect(again).toEqual({
      runs: [{ feed: 'first-bank', fetched: 1, added: lines, unreadable: 0, problem: null }],
    });
    const whole = { files: 1n, fetched: 1n, lines: BigInt(lines) };
    expect(await counts(desk.db)).toEqual(whole);
    const third = JSON.parse(await dunlin(settings, 'fetch-bank-files', '--json'));
    expect(third).toMatchObject({ runs: [{ fetched: 0, added: 0 }] });
    expect(await counts(desk.db)).toEqual(whole);
    await dunlin(settings, 'prove');

    const kept = await desk.db.all(sql<{ told: string }>`
      select row_to_json(a)::text as told from platform.audit a`);
    expect(kept.some(({ told }) => told.includes(bank.password))).toBe(false);
  });

  test('when its import is killed and done again', async () => {
    await using desk = await deskOfBank();
    const file = path.join(home, 'day.bai');
    writeFileSync(file, report());
    const settings = { DATABASE_URL: desk.url };
    await killInTheMiddle(desk.url, run('src/cli/main.ts', ['import', file], settings));
    expect(await counts(desk.db)).toEqual(none);
    const again = JSON.parse(await dunlin(settings, 'import', file, '--json'));
    expect(again).toMatchObject({ rows: lines, accepted: lines, duplicates: 0 });
    expect(await counts(desk.db)).toEqual({ files: 1n, fetched: 0n, lines: BigInt(lines) });
  });
});
