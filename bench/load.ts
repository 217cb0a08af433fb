/**
 * `npm run bench -- load`: fifty collectors work one list against two server processes for ten
 * minutes, and one of the processes is killed in the middle.
 *
 * What is counted besides time: errors, two people who hold one lock at a time, notes that were
 * acknowledged and are not there, notes that are there twice. All of them are to be zero.
 *
 *     BENCH_LOAD_MINUTES=2   a shorter run
 *     BENCH_LOAD_PEOPLE=10   fewer people
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '#kernel/day.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Collector, type Reply, Seat, hireCollectors } from './collectors.ts';
import { type Figure, figureLine, heading } from './figures.ts';
import { percentile } from './measure.ts';
import { type ServerProcess, spawnServer } from './server.ts';

const minutes = Number(process.env['BENCH_LOAD_MINUTES'] ?? '10');
const people = Number(process.env['BENCH_LOAD_PEOPLE'] ?? '50');
const thinkMs = { least: 500, most: 3500 };
const bar = { ms: 150 };

class Tally {
  readonly times = new Map<string, number[]>();
  readonly errors: string[] = [];
  /** Notes whose answer said that they are there. */
  readonly acknowledged = new Set<string>();
  /** Who holds which account, as the answers told it. */
  readonly holders = new Map<string, string>();
  doubleLocks = 0;
  locksRefused = 0;
  worked = 0;

  took(name: string, ms: number): void {
    const times = this.times.get(name) ?? [];
    times.push(ms);
    this.times.set(name, times);
  }
}

/** Runs the load on a database with a book and prints what came of it. */
export async function tellLoad(
  url: string,
  today: Day,
  say: (line: string) => void,
): Promise<void> {
  const servers = [await spawnServer(url, today), await spawnServer(url, today)] as const;
  const db = openDb(url, { poolSize: 2 });
  const tally = new Tally();
  try {
    const collectors = await hireCollectors(db, today, people);
    say(`${people} collectors at 2 server processes for ${minutes} minutes`);
    const addresses = servers.map(({ address }) => address);
    const until = performance.now() + minutes * 60_000;
    const [moves] = await Promise.all([
      Promise.all(
        collectors.map((collector, index) => {
          const order = index % 2 === 0 ? addresses : addresses.toReversed();
          return work({ collector, seat: new Seat(collector, order), tally, until });
        }),
      ),
      killInTheMiddle(servers[1], say),
    ]);
    const moved = moves.reduce((sum, count) => sum + count, 0);
    await tellTally(db, tally, moved, say);
  } finally {
    await db.close();
    for (const server of servers) await server[Symbol.asyncDispose]();
  }
}

async function killInTheMiddle(server: ServerProcess, say: (line: string) => void): Promise<void> {
  await wait((minutes * 60_000) / 2);
  server.child.kill('SIGKILL');
  say('one server process is killed');
}

type Working = {
  readonly collector: Collector;
  readonly seat: Seat;
  readonly tally: Tally;
  readonly until: number;
};

/** One person's day; answers how often they had to move to the other process. */
async function work(working: Working): Promise<number> {
  const { seat, until } = working;
  while (performance.now() < until) {
    const account = await chooseAccount(working);
    if (account !== undefined && (await takeLock(working, account))) {
      await workAccount(working, account);
    }
    await think();
  }
  return seat.moved;
}

async function chooseAccount(working: Working): Promise<string | undefined> {
  const { body } = await ask(working, 'worklist', 'GET', '/worklist?owner=all&limit=50');
  // The answer of the list, which its own tests hold to its contract.
  const { rows = [] } = body as { rows?: { accountId: string }[] };
  return rows[Math.floor(Math.random() * rows.length)]?.accountId;
}

async function takeLock(working: Working, account: string): Promise<boolean> {
  const { collector, tally } = working;
  const { body } = await ask(working, 'lock', 'POST', `/worklist/${account}/lock`, {});
  const { mine } = body as { mine?: boolean };
  if (mine !== true) {
    tally.locksRefused += 1;
    return false;
  }
  const holder = tally.holders.get(account);
  if (holder !== undefined && holder !== collector.name) tally.doubleLocks += 1;
  tally.holders.set(account, collector.name);
  return true;
}

async function workAccount(working: Working, account: string): Promise<void> {
  const { collector, tally } = working;
  const page = `/accounts/${account}`;
  await Promise.all([
    ask(working, 'account', 'GET', page),
    ask(working, 'items', 'GET', `${page}/items`),
    ask(working, 'timeline', 'GET', `${page}/timeline`),
  ]);
  await think();
  const text = `${collector.name} ${crypto.randomUUID()}`;
  const noted = await ask(working, 'note', 'POST', `${page}/notes`, { text });
  if (noted.status === 200) tally.acknowledged.add(text);
  tally.holders.delete(account);
  if (Math.random() < 0.5) {
    const done = { result: 'not_reached' };
    await ask(working, 'done', 'POST', `/worklist/${account}/done`, done);
  }
  await ask(working, 'release', 'POST', `/worklist/${account}/lock`, { release: true });
  tally.worked += 1;
}

async function ask(
  { seat, tally }: Working,
  name: string,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Reply> {
  const began = performance.now();
  const reply = await seat.ask(method, path, body);
  tally.took(name, performance.now() - began);
  // Somebody else has the account: an answer, not an error.
  if (reply.status !== 200 && reply.status !== 409) {
    tally.errors.push(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
  return reply;
}

async function think(): Promise<void> {
  await wait(thinkMs.least + Math.random() * (thinkMs.most - thinkMs.least));
}

async function tellTally(
  db: Db,
  tally: Tally,
  moved: number,
  say: (line: string) => void,
): Promise<void> {
  const all = [...tally.times.values()].flat();
  const figures: Figure[] = [...tally.times].map(([name, times]) => ({
    name: `${name}, p95 of ${times.length}`,
    ours: percentile(times, 95),
    bar,
  }));
  say(heading);
  figures.push({ name: `all, p95 of ${all.length}`, ours: percentile(all, 95), bar });
  figures.map(figureLine).forEach(say);
  const rows = await db.all(sql<{ text: string; times: bigint }>`
    select text, count(*) as times
      from customers.activity
     where text = any(${[...tally.acknowledged]})
     group by text`);
  const lost = tally.acknowledged.size - rows.length;
  const twice = rows.filter(({ times }) => times > 1n).length;
  say(`accounts worked ${tally.worked}, locks held by another ${tally.locksRefused}`);
  say(`requests sent again to the other process ${moved}`);
  say(`errors ${tally.errors.length}, double locks ${tally.doubleLocks}`);
  say(`notes acknowledged ${tally.acknowledged.size}, lost ${lost}, there twice ${twice}`);
  tally.errors.slice(0, 5).forEach(say);
  const wrong = tally.errors.length + tally.doubleLocks + lost + twice;
  if (wrong > 0 || tally.worked === 0) throw new Error('the load did not go well');
}
