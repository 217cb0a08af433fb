/**
 * `npm run bench -- orders`: 100,000 accounts with limits, open items and orders; fifty requests
 * at a time ask one server whether an order may go on, and state orders to it. Afterwards the
 * answers are held against a computation from the very items and orders.
 *
 *     BENCH_ACCOUNTS=5000    another number of accounts, ten items each
 *     BENCH_CHECKS=1000      fewer questions
 */
import { day } from '#kernel/day.ts';
import { openDb, type Queries } from '#platform/postgres/db.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Figure, figureLine, heading } from './figures.ts';
import { percentile } from './measure.ts';
import { type BenchServer, startBenchServer } from './server.ts';
import { bookStatements, idOf } from './strategies.ts';

const today = day('2026-11-20');
const atOnce = 50;
// With what goes before and after, fewer than the 6,000 a minute that one address may ask.
const asked = Number(process.env['BENCH_CHECKS'] ?? '4000');
const stated = asked / 5;

export async function tellOrders(url: string, say: (line: string) => void): Promise<void> {
  await migrate(url);
  const accounts = Number(process.env['BENCH_ACCOUNTS'] ?? '100000');
  const owner = openDb(url, { poolSize: 1, asOwner: true });
  await makeBook(owner, accounts);
  await using server = await startBenchServer(url, today);
  try {
    const desk = await Desk.open(server, accounts);
    await desk.run(500, (at) => desk.check(at));
    const checks = await desk.run(asked, (at) => desk.check(at));
    const orders = await desk.run(stated, (at) => desk.state(at));
    const wrong = await desk.compare(owner, 500);
    const alone = await timedAlone(owner, accounts);
    say(`${accounts.toLocaleString('en')} accounts, ${atOnce} at a time`);
    say(`${wrong} of 500 answers differ from a computation from items and orders\n`);
    say(heading);
    const figures: Figure[] = [
      { name: 'may it go on? p95', ours: p95(checks), baseline: alone, bar: { ms: 50 } },
      { name: 'an order stated, p95', ours: p95(orders), baseline: alone, bar: { ms: 50 } },
    ];
    for (const figure of figures) say(figureLine(figure));
  } finally {
    await owner.close();
  }
}

function p95(times: readonly number[]): number {
  return percentile([...times], 95);
}

class Desk {
  readonly #server: BenchServer;
  readonly #csrf: string;
  readonly #accounts: number;
  constructor(server: BenchServer, csrf: string, accounts: number) {
    this.#server = server;
    this.#csrf = csrf;
    this.#accounts = accounts;
  }

  static async open(server: BenchServer, accounts: number): Promise<Desk> {
    const answer = await fetch(`${server.address}/api/v1/session`, {
      headers: { cookie: server.cookie },
    });
    // Its own tests hold the answer to its contract.
    const { csrf } = (await answer.json()) as { csrf: string };
    return new Desk(server, csrf, accounts);
  }

  /** Milliseconds that each of so many took, fifty at a time. */
  async run(count: number, work: (at: number) => Promise<unknown>): Promise<number[]> {
    const times: number[] = [];
    let next = 0;
    const one = async (): Promise<void> => {
      while (next < count) {
        const at = next;
        next += 1;
        const began = performance.now();
        await work(at);
        times.push(performance.now() - began);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return times;
  }

  check(at: number): Promise<Answer> {
    const body = { account: this.#account(at), amount: '250.00', currency: 'USD' };
    return this.#post('/api/v1/orders/check', body);
  }

  state(at: number): Promise<Answer> {
    const body = { account: this.#account(at), amount: '250.00', currency: 'USD' };
    return this.#post('/api/v1/orders', { ...body, order: `B-${at}` });
  }

  /** How many answers are not what the items and orders themselves come to. */
  async compare(owner: Queries, count: number): Promise<number> {
    let wrong = 0;
    for (let at = 0; at < count; at += 1) {
      const { figures } = await this.check(at);
      const exposure = await exposureFromFacts(owner, this.#account(at));
      if (figures?.exposure !== exposure) wrong += 1;
    }
    return wrong;
  }

  /** Scattered over the book, and the same at every run. */
  #account(at: number): string {
    return `C${1 + ((at * 7919) % this.#accounts)}`;
  }

  async #post(path: string, body: object): Promise<Answer> {
    const answer = await fetch(`${this.#server.address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: this.#server.cookie,
        'x-csrf-token': this.#csrf,
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    // As above.
    return (await answer.json()) as Answer;
  }
}

type Answer = { readonly figures: { readonly exposure: string } | null };

/** Open items less credits, and what of the orders no invoice holds, without any projection. */
async function exposureFromFacts(db: Queries, account: string): Promise<string> {
  const row = await db.one(sql<{ total: string }>`
    select to_char((coalesce((select sum(b.open_minor)
                                from ledger.item_balance b
                               where b.account_id = a.account_id), 0)
                    + coalesce((select sum(o.amount_minor - o.invoiced_minor)
                                  from credit.sales_order o
                                 where o.account_id = a.account_id
                                   and o.state      = 'open'
                                   and o.verdict in ('approved', 'released')), 0)) / 100.0,
                   'FM999999990.00') as total
      from customers.account a
     where a.number = ${account}`);
  return row.total;
}

/** The bare computation for one account, by itself, in milliseconds. */
async function timedAlone(owner: Queries, accounts: number): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    const began = performance.now();
    await exposureFromFacts(owner, `C${1 + ((at * 7919) % accounts)}`);
    times.push(performance.now() - began);
  }
  return p95(times);
}

async function makeBook(owner: Queries, accounts: number): Promise<void> {
  await owner.run(sql`set session_replication_role = replica`);
  for (const statement of bookStatements(accounts)) await owner.run(statement);
  for (const statement of orderStatements(accounts)) await owner.run(statement);
  await owner.run(sql`set session_replication_role = origin`);
  await owner.run(sql`vacuum analyze ledger.item_balance`);
  await owner.run(sql`analyze`);
}

/** Limits, the open book beside its items, and an order for every account. */
function orderStatements(accounts: number) {
  const known = sql`timestamptz '2026-11-01 12:00:00Z'`;
  return [
    sql`update customers.account_now set limit_minor = 200000, limit_currency = 'USD'`,
    sql`insert into ledger.account_open (account_id, currency, owed_minor, credit_minor)
        select account_id, currency, sum(open_minor), 0
          from ledger.item_balance
         group by account_id, currency`,
    sql`insert into credit.sales_order (account_id, order_id, number, ordered_on, currency,
                                        amount_minor, state, recorded_at, verdict, verdict_how)
        select ${idOf('a', sql`n`)}, ${idOf('e', sql`n`)}, 'SO-' || n, ${today}::date - 3, 'USD',
               10000, 'open', ${known}, 'approved', 'check'
          from generate_series(1, ${accounts}::integer) n`,
  ];
}
