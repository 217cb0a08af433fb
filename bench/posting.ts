/**
 * How fast money is posted, beside the bare insert-and-commit of the same driver on the same
 * server: one receipt with its applications, journal, audit and outbox rows in one transaction.
 */
import pg from 'pg';
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { accepted, type Desk, perform } from '#platform/action.ts';
import { makeClock } from '#platform/clock.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
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
    const item = open[next % open.length];
    next += 1;
    if (!item) throw new Error('the book has no open invoice');
    const amount = { currency: currency('USD'), minor: 1n };
    const doing = {
      action: 'ledger.post_receipt',
      actor: { ref: 'job:bench', memberId: null },
      reason: 'for the bench',
      accountId: item.accountId,
      key: crypto.randomUUID(),
      input: { amount: '0.01' },
    };
    const wish = {
      accountId: item.accountId,
      amount,
      receivedOn: day(today),
      method: 'ach',
      reference: `B-${next}`,
      apply: [{ itemId: item.itemId, amount }],
    } as const;
    accepted(await perform(desk, doing, (context) => postReceipt(context, wish, standardPolicy)));
  });
}

async function openInvoices(db: Db): Promise<Open[]> {
  const rows = await db.all(sql<{ account_id: string; item_id: string; open_minor: bigint }>`
    select account_id, item_id, open_minor
      from ledger.item_balance
     where kind = 'invoice' and open_minor > 1000
     order by item_id limit 4000`);
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
