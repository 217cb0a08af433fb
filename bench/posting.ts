/**
 * How fast money is posted, beside the bare insert-and-commit of the same driver on the same
 * server: one receipt with its applications, journal, audit and outbox rows in one transaction.
 */
import pg from 'pg';
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Desk, perform } from '#platform/action.ts';
import { makeClock } from '#platform/clock.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type PostReceipt, postReceipt, postReceipts } from '#areas/ledger/actions/post-receipt.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import type { Figure } from './figures.ts';

const seconds = 4;

type Open = { readonly accountId: Id; readonly itemId: Id; readonly minor: bigint };

/**
 * Milliseconds that a receipt takes, with 1 and with 8 clients at once; each pays one cent of an
 * open invoice. The bar is 0.6 of the rate of a bare row.
 */
export async function postingFigures(url: string, today: string): Promise<Figure[]> {
  const db = openDb(url, { poolSize: 8 });
  try {
    const figures: Figure[] = [];
    for (const clients of [1, 8]) {
      const bare = await bareInserts(url, clients);
      const ours = await receipts(db, today, clients);
      figures.push({
        name: `a receipt posted, ${clients} at once, each`,
        ours,
        baseline: bare,
        bar: { times: 1 / 0.6 },
      });
    }
    return figures;
  } finally {
    await db.close();
  }
}

const receiptsInFile = 10_000;

/**
 * Receipts of one file posted in one transaction, each paying one open invoice, as milliseconds
 * for a thousand; the bar is 5,000 a second. The baseline is bare rows inserted one by one in
 * one transaction.
 */
export async function fileFigure(url: string, today: string): Promise<Figure> {
  const db = openDb(url, { poolSize: 1 });
  try {
    const invoices = await openInvoices(db, receiptsInFile);
    // Some invoices are paid twice where the book has fewer open ones.
    const open = Array.from({ length: receiptsInFile }, (_, at) => nth(invoices, at));
    const bare = await bareFile(url, open.length);
    const desk: Desk = { db, clock: makeClock({ today: day(today), zone: 'America/New_York' }) };
    const doing = {
      action: 'cash.post_batch',
      actor: { ref: 'job:bench', memberId: null },
      reason: 'for the bench',
      input: { receipts: open.length },
    };
    const began = performance.now();
    const done = await perform(desk, doing, async (context) => {
      const posted = await postReceipts(
        context,
        open.map((item, at) => oneCent(item, today, `F-${at}`)),
        standardPolicy,
      );
      return posted.ok ? accept(posted.receipts.length) : posted.refused;
    });
    const ours = performance.now() - began;
    const each = accepted(done).answer / 1000;
    const name = `${open.length.toLocaleString('en')} receipts in one transaction, each thousand`;
    return { name, ours: ours / each, baseline: bare / each, bar: { ms: 200 } };
  } finally {
    await db.close();
  }
}

function oneCent(item: Open, today: string, reference: string): PostReceipt {
  const amount = { currency: currency('USD'), minor: 1n };
  const apply = [{ itemId: item.itemId, amount }];
  const { accountId } = item;
  return { accountId, amount, receivedOn: day(today), method: 'ach', reference, apply };
}

function nth(open: readonly Open[], at: number): Open {
  const item = open[at % open.length];
  if (!item) throw new Error('the book has no open invoice');
  return item;
}

/** Milliseconds for so many rows, each a statement, in one transaction. */
export async function bareFile(url: string, rows: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table if not exists bare_row (row_id uuid primary key, note text)');
  const began = performance.now();
  await client.query('begin');
  for (let row = 0; row < rows; row += 1) {
    await client.query('insert into bare_row values ($1, $2)', [crypto.randomUUID(), 'one row']);
  }
  await client.query('commit');
  const took = performance.now() - began;
  await client.end();
  return took;
}

async function bareInserts(url: string, clients: number): Promise<number> {
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  await connections[0]?.query(
    'create table if not exists bare_row (row_id uuid primary key, note text)',
  );
  const each = await eachTakes(clients, async (index) => {
    await connections[index]?.query('insert into bare_row values ($1, $2)', [
      crypto.randomUUID(),
      'one row',
    ]);
  });
  await Promise.all(connections.map((client) => client.end()));
  return each;
}

async function receipts(db: Db, today: string, clients: number): Promise<number> {
  const desk: Desk = { db, clock: makeClock({ today: day(today), zone: 'America/New_York' }) };
  const open = await openInvoices(db);
  let next = 0;
  return eachTakes(clients, async () => {
    const item = nth(open, next);
    next += 1;
    const doing = {
      action: 'ledger.post_receipt',
      actor: { ref: 'job:bench', memberId: null },
      reason: 'for the bench',
      accountId: item.accountId,
      key: crypto.randomUUID(),
      input: { amount: '0.01' },
    };
    const wish = oneCent(item, today, `B-${next}`);
    accepted(await perform(desk, doing, (context) => postReceipt(context, wish, standardPolicy)));
  });
}

async function openInvoices(db: Db, most = 4000): Promise<Open[]> {
  const rows = await db.all(sql<{ account_id: string; item_id: string; open_minor: bigint }>`
    select account_id, item_id, open_minor
      from ledger.item_balance
     where kind = 'invoice' and open_minor > 1000
     order by item_id limit ${most}`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    itemId: id(row.item_id),
    minor: row.open_minor,
  }));
}

/** Milliseconds of wall clock for each `work`, done by so many at once. */
async function eachTakes(clients: number, work: (index: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  const end = began + seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, index) => {
      while (performance.now() < end) {
        await work(index);
        count += 1;
      }
    }),
  );
  return (performance.now() - began) / count;
}
