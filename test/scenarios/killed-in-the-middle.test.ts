/**
 * kill -9 in the middle of an import and of postings, of the program and of the database: what
 * was being written is whole or absent, the proof is green, and doing it again does it once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { type Db, type Queries, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { freshDatabase } from '#test/support/db.ts';
import {
  type Program,
  dunlin,
  postAll,
  postmaster,
  prepareDesk,
  run,
  signIn,
  startServer,
  type RunningServer,
} from '#test/support/posting-desk.ts';
import { writeBook } from '../../bench/write-book.ts';
import { inventBook } from '../../db/seed/invent-book.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'dunlin-killed-'));
const folder = path.join(home, 'book');

beforeAll(() => {
  const span = { from: day('2025-01-01'), to: day('2026-11-20'), days: 680 };
  const size = { customers: 80, invoices: 3000, company: 'BOOK', currency: currency('USD') };
  writeBook(folder, inventBook({ seed: 3, ...span, ...size }));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Opens the database for as long as `work` takes. */
async function look<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(url, { asOwner: true, poolSize: 1 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/**
 * Does the deed while the import has written its items and waits to write the entries: the
 * test holds that table, so that no machine is too fast or too busy for the middle.
 */
async function inTheMiddle(
  db: Db,
  program: Program,
  deed: (backend: number) => void,
): Promise<void> {
  const held = db.transaction(async (tx) => {
    await tx.run(sql`lock table ledger.entry in share mode`);
    deed(await untilItWaits(tx, program));
  });
  // The deed may have ended the database that holds the table.
  await held.catch((reason: unknown) => {
    if (!String(reason).includes('onnection')) throw reason;
  });
}

/** Answers the process of the database that works for the import, once it waits. */
async function untilItWaits(db: Queries, program: Program): Promise<number> {
  for (;;) {
    const waiting = await db.maybe(sql<{ pid: number }>`
      select pid
        from pg_locks
       where relation = 'ledger.entry'::regclass
         and not granted`);
    if (waiting !== undefined) return waiting.pid;
    if (program.child.exitCode !== null) throw new Error(`it ended before: ${program.said()}`);
    await wait(2);
  }
}

async function rowsOf(url: string): Promise<bigint> {
  return look(url, async (db) => {
    const { rows } = await db.one(sql<{ rows: bigint }>`
      select (select count(*) from ledger.entry) + (select count(*) from customers.account)
             + (select count(*) from imports.import) + (select count(*) from team.company)
             as rows`);
    return rows;
  });
}

type Imported = { accepted: number; duplicates: number; rows: number };

/** Imports and answers the counts; the outcome of `dunlin import --json`. */
async function imported(settings: Record<string, string>): Promise<Imported> {
  // The command's own contract, which its tests hold it to.
  return JSON.parse(await dunlin(settings, 'import', folder, '--json')) as Imported;
}

describe('an import', { timeout: 180_000 }, () => {
  test('whose program is killed is absent, and done again it is whole, once', async () => {
    await using database = await freshDatabase();
    const settings = { DATABASE_URL: database.url };
    await look(database.url, async (db) => {
      const program = run('src/cli/main.ts', ['import', folder], settings);
      await inTheMiddle(db, program, () => program.child.kill('SIGKILL'));
      expect(await program.ended).toBeNull();
    });
    expect(await rowsOf(database.url)).toBe(0n);
    await dunlin(settings, 'prove');
    const first = await imported(settings);
    expect(first).toMatchObject({ duplicates: 0, accepted: first.rows });
    const again = await imported(settings);
    expect(again).toMatchObject({ accepted: 0, duplicates: first.rows });
    await dunlin(settings, 'prove');
  });

  test('that is interrupted leaves nothing and says so', async () => {
    await using database = await freshDatabase();
    const settings = { DATABASE_URL: database.url };
    await look(database.url, async (db) => {
      const program = run('src/cli/main.ts', ['import', folder], settings);
      await inTheMiddle(db, program, () => program.child.kill('SIGINT'));
      expect(await program.ended).toBe(130);
      expect(program.said()).toContain('Stopped: nothing was imported.');
    });
    expect(await rowsOf(database.url)).toBe(0n);
    const whole = await imported(settings);
    expect(whole).toMatchObject({ duplicates: 0, accepted: whole.rows });
  });

  test('whose database is killed is absent, and done again it is whole', async () => {
    const settings = { DUNLIN_DATA: path.join(home, 'import') };
    await dunlin(settings, 'aging');
    const program = run('src/cli/main.ts', ['import', folder, '--json'], settings);
    await wait(500);
    const guest = await startEmbedded(settings.DUNLIN_DATA);
    const db = openDb(guest.url, { asOwner: true, poolSize: 1 });
    // As when the power goes: a backend whose postmaster alone is killed could still commit.
    await inTheMiddle(db, program, (backend) => {
      process.kill(postmaster(settings.DUNLIN_DATA), 'SIGKILL');
      process.kill(backend, 'SIGKILL');
    });
    await db.close();
    await guest.stop();
    expect(await program.ended).toBe(1);
    await dunlin(settings, 'prove');
    const { accepted, rows } = await imported(settings);
    expect(accepted).toBe(rows);
    await dunlin(settings, 'prove');
  });
});

describe('postings', { timeout: 180_000 }, () => {
  const keys = Array.from({ length: 120 }, (_, index) => `check-${index}`);

  test('of a killed server are there once when they are sent again', async () => {
    await using database = await freshDatabase();
    const settings = { DATABASE_URL: database.url, DUNLIN_DATA: path.join(home, 'server') };
    const accountId = await prepareDesk(database.url);
    const first = await startServer(settings);
    const posting = postAll(await signIn(first), accountId, keys);
    await expect.poll(() => receiptsIn(database.url), { timeout: 60_000 }).toBeGreaterThan(20n);
    first.child.kill('SIGKILL');
    const acknowledged = await posting;
    expect(acknowledged.length).toBeLessThan(keys.length);
    expect(await receiptsIn(database.url)).toBeGreaterThanOrEqual(BigInt(acknowledged.length));
    await dunlin(settings, 'prove');

    const second = await startServer(settings);
    expect(await postAll(await signIn(second), accountId, keys)).toEqual(keys);
    expect(await receiptsIn(database.url)).toBe(BigInt(keys.length));
    await dunlin(settings, 'prove');
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  test('of a killed database are there once when they are sent again', async () => {
    const settings = { DUNLIN_DATA: path.join(home, 'database') };
    const prepared = await startEmbedded(settings.DUNLIN_DATA);
    await migrate(prepared.url);
    const accountId = await prepareDesk(prepared.url);
    await prepared.stop();
    const server = await startServer(settings);
    const poster = await signIn(server);
    const posting = postAll(poster, accountId, keys);
    await wait(300);
    process.kill(postmaster(settings.DUNLIN_DATA), 'SIGKILL');
    await posting;
    // Sending into a server that is not ready only uses up what one may send in a minute.
    await expect.poll(() => isReady(server), { timeout: 60_000, interval: 200 }).toBe(true);
    await expect
      .poll(() => postAll(poster, accountId, keys), { timeout: 80_000, interval: 20_000 })
      .toEqual(keys);
    await dunlin(settings, 'prove');
    const guest = await startEmbedded(settings.DUNLIN_DATA);
    expect(await receiptsIn(guest.url)).toBe(BigInt(keys.length));
    await guest.stop();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});

/** Throws with what the server said when nobody answers at its address. */
async function isReady({ address, said }: RunningServer): Promise<boolean> {
  try {
    return (await fetch(`${address}/healthz`)).ok;
  } catch (cause) {
    throw new Error(`nobody answers at ${address}: ${said()}`, { cause });
  }
}

async function receiptsIn(url: string): Promise<bigint> {
  return look(url, async (db) => {
    const { receipts } = await db.one(sql<{ receipts: bigint }>`
      select count(*) as receipts
        from ledger.item
       where kind = 'receipt'`);
    return receipts;
  });
}
