/**
 * kill -9 while a file of the bank is taken in, while its receipts are matched, while a batch is
 * posted: what was being written is whole or absent, and doing it again does it once.
 *
 * Every kill meets its program at a lock of the test, so that no machine is too fast for it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { type Queries, type Tx, openDb } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { bai2Report } from '#test/support/bai2-report.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { cashOf } from '#test/support/cash-desk.ts';
import {
  type Program,
  addPoster,
  dunlin,
  run,
  signIn,
  startServer,
} from '#test/support/posting-desk.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'dunlin-cash-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const payments = 12;

/** Each of a dozen payers owes one invoice; the bank reports that all have paid. */
async function deskPaid() {
  const desk = await deskOn('2026-11-20');
  const account = { name: 'Operating', number: '000123', cashAccount: '1010' };
  await desk.done((context) => {
    const wish = { companyId: desk.companyId, ...account, currency: currency('USD') };
    return registerBankAccount(context, wish);
  });
  const lines = [];
  for (let at = 0; at < payments; at += 1) {
    const number = `INV-${70_100 + at}`;
    const accountId = await desk.account(`PAYER ${at}`);
    await desk.invoice(accountId, { amount: `${100 + at}`, number, issued: '2026-10-02' });
    lines.push({ cents: (100 + at) * 100, text: `ACH CREDIT ${number}`, id: `T${at}` });
  }
  const file = path.join(mkdtempSync(path.join(home, 'day-')), 'day.bai');
  writeFileSync(file, bai2Report('000123', { '2026-11-19': lines }));
  return { ...desk, file, settings: { DATABASE_URL: desk.url } };
}

/** Holds a table so that whoever writes it waits, for as long as `work` takes. */
async function holding(url: string, lock: Sql, work: (tx: Tx) => Promise<void>): Promise<void> {
  const db = openDb(url, { asOwner: true, poolSize: 1 });
  try {
    await db.transaction(async (tx) => {
      await tx.run(lock);
      await work(tx);
    });
  } finally {
    await db.close();
  }
}

const lineVersions = sql`lock table bank_files.line_version in share mode`;
const postings = sql`lock table cash.posting in share mode`;

/** Waits until that many wait for a lock of tables, and that many for their turn. */
async function untilTheyWait(
  tx: Queries,
  programs: readonly Program[],
  wanted: { readonly tables: bigint; readonly turns: bigint },
): Promise<void> {
  for (;;) {
    const waiting = await tx.one(sql<{ tables: bigint; turns: bigint }>`
      select count(*) filter (where locktype = 'relation') as tables,
             count(*) filter (where locktype = 'advisory') as turns
        from pg_locks
       where not granted
         and database = (select oid from pg_database where datname = current_database())`);
    if (waiting.tables === wanted.tables && waiting.turns === wanted.turns) return;
    const over = programs.find(({ child }) => child.exitCode !== null);
    if (over) throw new Error(`it ended before: ${over.said()}`);
    await wait(2);
  }
}

const one = { tables: 1n, turns: 0n };

/** Kills the program while it waits for the table. */
async function killAt(url: string, lock: Sql, program: Program): Promise<void> {
  await holding(url, lock, async (tx) => {
    await untilTheyWait(tx, [program], one);
    program.child.kill('SIGKILL');
    expect(await program.ended).toBeNull();
  });
}

async function counts({ db }: Pick<Story, 'db'>): Promise<Record<string, bigint>> {
  return db.one(sql<Record<string, bigint>>`
    select (select count(*) from bank_files.line_card)                as lines,
           (select count(*) from cash.receipt)                        as receipts,
           (select count(*) from cash.decision)                       as decisions,
           (select count(*) from cash.posting)                        as postings,
           (select count(*) from ledger.item where kind = 'receipt')  as credits,
           (select count(*) from ledger.open_item)                    as open,
           (select count(*) from bank_files.line_card
             where used_by is not null)                               as used`);
}

const count = BigInt(payments);
const nothing = { lines: 0n, receipts: 0n, decisions: 0n, postings: 0n, credits: 0n, used: 0n };
const owed = { ...nothing, open: count };
const reported = { ...owed, lines: count };
const settled = {
  lines: count,
  receipts: count,
  decisions: count,
  postings: count,
  credits: count,
  open: 0n,
  used: count,
};

async function matched(settings: Record<string, string>): Promise<unknown> {
  const said: unknown = JSON.parse(await dunlin(settings, 'match', '--json'));
  return said;
}

describe('a file of the bank and its receipts', { timeout: 180_000 }, () => {
  test('are absent when the import or the matching is killed, and come in once', async () => {
    await using desk = await deskPaid();
    const { settings, file, url } = desk;
    const take = ['import', file, '--as', 'bank', '--json'];
    await killAt(url, lineVersions, run('src/cli/main.ts', take, settings));
    expect(await counts(desk)).toEqual(owed);
    expect(await matched(settings)).toMatchObject({ decided: 0 });

    await dunlin(settings, ...take);
    await killAt(url, postings, run('src/cli/main.ts', ['match'], settings));
    expect(await counts(desk)).toEqual(reported);
    await dunlin(settings, 'prove');

    expect(await matched(settings)).toMatchObject({ decided: payments, posted: payments });
    expect(await counts(desk)).toEqual(settled);
    const again: unknown = JSON.parse(await dunlin(settings, ...take));
    expect(again).toMatchObject({ accepted: 0, duplicates: payments });
    expect(await matched(settings)).toMatchObject({ decided: 0, posted: 0 });
    expect(await counts(desk)).toEqual(settled);
    await dunlin(settings, 'prove');
  });

  test('are posted once by two that match at once', async () => {
    await using desk = await deskPaid();
    const { settings, file, url } = desk;
    await dunlin(settings, 'import', file, '--as', 'bank');
    const both = [1, 2].map(() => run('src/cli/main.ts', ['match', '--json'], settings));
    await holding(url, postings, async (tx) => {
      await untilTheyWait(tx, both, { tables: 1n, turns: 1n });
    });
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    const posted = both.map(({ out }): unknown => JSON.parse(out()));
    expect(posted).toContainEqual(expect.objectContaining({ decided: payments, posted: payments }));
    expect(posted).toContainEqual(expect.objectContaining({ decided: 0, posted: 0 }));
    expect(await counts(desk)).toEqual(settled);
    await dunlin(settings, 'prove');
  });
});

describe('a batch', { timeout: 180_000 }, () => {
  test('whose server is killed is not posted, and sent again it is posted once', async () => {
    await using desk = await deskOn('2026-11-20');
    const settings = { DATABASE_URL: desk.url, DUNLIN_DATA: path.join(home, 'server') };
    const rows = [];
    for (const number of ['A', 'B', 'C']) {
      const account = `OWES ${number}`;
      const told = { amount: '250', number, issued: '2026-10-02' };
      await desk.invoice(await desk.account(account), told);
      rows.push({ account, amount: '250', check: `10${number}`, pays: [number] });
    }
    await desk.done((context) => addPoster(context));
    const batch = await cashOf(desk).batch(rows);
    const where = `/api/v1/cash/batches/${batch}/posting`;
    const waiting = { ...nothing, receipts: 3n, open: 3n };

    const first = await startServer(settings);
    const poster = await signIn(first);
    await holding(desk.url, postings, async (tx) => {
      const answer = poster.send(where, 'the-batch', {});
      await untilTheyWait(tx, [first], one);
      first.child.kill('SIGKILL');
      expect(await first.ended).toBeNull();
      expect(await answer).toBeUndefined();
    });
    expect(await counts(desk)).toEqual(waiting);
    await dunlin(settings, 'prove');

    const second = await startServer(settings);
    const again = await signIn(second);
    for (const _ of ['first', 'again']) {
      const answer = await again.send(where, 'the-batch', {});
      expect(await answer?.json()).toMatchObject({ posted: 3, waiting: 0 });
    }
    expect((await again.send(where, 'another-key', {}))?.ok).toBe(false);
    expect(await counts(desk)).toEqual({ ...waiting, postings: 3n, credits: 3n, open: 0n });
    await dunlin(settings, 'prove');
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });
});
