/**
 * `npm run bench -- strategies`: a morning's run over 100,000 accounts that owe 1,000,000 open
 * items: gathered, decided, stored; then the same again, which adds nothing. The baseline is
 * the plain selection of the same items by the same driver.
 *
 *     BENCH_ACCOUNTS=5000    another number of accounts, ten items each
 */
import { day } from '#kernel/day.ts';
import type { Desk } from '#platform/action.ts';
import { makeClock } from '#platform/clock.ts';
import { type Db, openDb, type Queries } from '#platform/postgres/db.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { type RunDone, runStrategies } from '#areas/strategies/actions/run-strategies.ts';
import { ladder } from '#test/support/strategies.ts';
import { type Figure, figureLine, heading } from './figures.ts';

const zone = 'America/New_York';
const today = day('2026-11-20');

export async function tellStrategies(url: string, say: (line: string) => void): Promise<void> {
  await migrate(url);
  const accounts = Number(process.env['BENCH_ACCOUNTS'] ?? '100000');
  const owner = openDb(url, { poolSize: 1, asOwner: true });
  await makeBook(owner, accounts);
  await owner.close();
  const db = openDb(url, { poolSize: 4 });
  try {
    await tellRuns(db, say);
  } finally {
    await db.close();
  }
}

async function tellRuns(db: Db, say: (line: string) => void): Promise<void> {
  const desk: Desk = { db, clock: makeClock({ today, zone }) };
  const plain = await timed(() => selectItems(db));
  const first = await timed(() => runOnce(desk));
  const second = await timed(() => runOnce(desk));
  const number = (value: number): string => value.toLocaleString('en');
  const { accounts, stored, proposed } = first.answer;
  say(`${number(accounts)} accounts, ${number(plain.answer)} open items;`);
  say(`${number(stored)} decisions kept, ${number(proposed)} steps proposed;`);
  say(`again: ${second.answer.stored} kept, ${second.answer.proposed} proposed\n`);
  say(heading);
  const baseline = plain.ms;
  const figures: Figure[] = [
    { name: 'a run, decided and stored', ours: first.ms, baseline, bar: { ms: 10_000 } },
    { name: 'the same, held against the selection', ours: first.ms, baseline, bar: { times: 20 } },
    { name: 'the same run again', ours: second.ms, baseline },
  ];
  for (const figure of figures) say(figureLine(figure));
  const seconds = [first, second, plain].map(({ processor }) => (processor / 1000).toFixed(2));
  const [run = '', again = '', selection = ''] = seconds;
  say(`\nprocessor, this process: run ${run} s, again ${again} s, selection ${selection} s`);
}

/** Milliseconds of the wall and of this process's processor; the database has its own. */
async function timed<T>(
  work: () => Promise<T>,
): Promise<{ answer: T; ms: number; processor: number }> {
  const began = performance.now();
  const used = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(used);
  return { answer, ms: performance.now() - began, processor: (user + system) / 1000 };
}

/** The plain selection of the same items. */
async function selectItems(db: Queries): Promise<number> {
  const rows = await db.all(sql`
    select b.account_id, b.item_id, b.currency, b.due_on, b.open_minor
      from ledger.item_balance b
     where b.open_minor <> 0
     order by b.account_id, b.due_on`);
  return rows.length;
}

function runOnce(desk: Desk): Promise<RunDone> {
  const strategies = [{ key: ladder.key, version: 1, document: ladder, experiment: false }];
  const actor = { ref: 'job:bench', memberId: null };
  return runStrategies(desk, { zone, asOf: today, strategies, actor, reason: 'for the bench' });
}

/** Accounts of ten open items each, due in the last hundred days or soon, in one statement each. */
async function makeBook(owner: Queries, accounts: number): Promise<void> {
  await owner.run(sql`set session_replication_role = replica`);
  for (const statement of bookStatements(accounts)) await owner.run(statement);
  await owner.run(sql`set session_replication_role = origin`);
  await owner.run(sql`vacuum analyze ledger.item_balance`);
  await owner.run(sql`analyze`);
}

export function bookStatements(accounts: number) {
  const known = sql`timestamptz '2026-11-01 12:00:00Z'`;
  return [
    sql`insert into team.company (company_id, code, name, base_currency, zone, demo)
        values (${idOf('c', sql`1`)}, 'BENCH', 'Bench', 'USD', 'America/New_York', false)`,
    sql`insert into customers.customer (customer_id, number, name, language, state, country,
                                        made_at)
        select ${idOf('d', sql`n`)}, 'C' || n, 'Customer ' || n,
               case when n % 5 = 0 then 'es' else 'en' end, 'TX', 'US', ${known}
          from generate_series(1, ${accounts}::integer) n`,
    sql`insert into ledger.account (account_id, company_id)
        select ${idOf('a', sql`n`)}, ${idOf('c', sql`1`)}
          from generate_series(1, ${accounts}::integer) n`,
    sql`insert into customers.account (account_id, company_id, customer_id, number, kind, made_at)
        select ${idOf('a', sql`n`)}, ${idOf('c', sql`1`)}, ${idOf('d', sql`n`)}, 'C' || n,
               'trade', ${known}
          from generate_series(1, ${accounts}::integer) n`,
    sql`insert into customers.account_now (account_id)
        select ${idOf('a', sql`n`)} from generate_series(1, ${accounts}::integer) n`,
    sql`insert into ledger.item_balance (account_id, item_id, side, kind, currency, issued_on,
                                         due_on, effective_on, recorded_at, amount_minor,
                                         base_minor, open_minor, open_base_minor, touched_at)
        select ${idOf('a', sql`n`)}, ${idOf('b', sql`n * 10 + i`)}, 1, 'invoice', 'USD',
               ${today}::date - 130 - i, ${today}::date - ((n * 7 + i * 13) % 110) + 10,
               ${today}::date - 130 - i, ${known}, v.minor, v.minor, v.minor, v.minor, ${known}
          from generate_series(1, ${accounts}::integer) n, generate_series(1, 10) i,
               lateral (select 10000 + n % 977 as minor) v`,
  ];
}

/** An id in the order of its number, as time-ordered ids are. */
export function idOf(kind: string, number: Sql): Sql {
  return sql`(${`0000000${kind}-0000-7000-8000-`} || lpad(to_hex(${number}), 12, '0'))::uuid`;
}
