/**
 * `npm run bench -- simulate`: a version simulated over 90 days and 50,000 accounts beside the one
 * in force, the gate asked for every notice, as the background job does it.
 *
 *     BENCH_ACCOUNTS=5000    another number of accounts, ten items each, half of them paid
 */
import { day } from '#kernel/day.ts';
import { type Desk, accepted, perform } from '#platform/action.ts';
import { makeClock } from '#platform/clock.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { decideVersion, proposeVersion, publishVersion } from '#areas/policies/index.ts';
import { finishSimulations } from '#areas/strategies/actions/finish-simulations.ts';
import { simulateStrategy } from '#areas/strategies/actions/simulate-strategy.ts';
import { addFigures } from '#areas/strategies/rules/simulation.ts';
import { partFigures } from '#areas/strategies/store/simulations.ts';
import { ladderFile } from '#test/support/strategy-desk.ts';
import { bookStatements, idOf } from './strategies.ts';

const zone = 'America/New_York';
const window = { from: day('2026-08-23'), to: day('2026-11-20') };

/** 90 days over 50,000 accounts finish in minutes; five are taken as what that means. */
const mostSeconds = 300;

export async function tellSimulation(url: string, say: (line: string) => void): Promise<void> {
  await migrate(url);
  const accounts = Number(process.env['BENCH_ACCOUNTS'] ?? '50000');
  const owner = openDb(url, { poolSize: 1, asOwner: true });
  await owner.run(sql`set session_replication_role = replica`);
  for (const each of [...bookStatements(accounts), ...pastOf(accounts)]) await owner.run(each);
  await owner.run(sql`set session_replication_role = origin`);
  await owner.run(sql`vacuum analyze`);
  await owner.close();
  const db = openDb(url, { poolSize: 4 });
  try {
    await tellWalk(db, say);
  } finally {
    await db.close();
  }
}

const author = { ref: 'job:bench', memberId: null };
const second = { ref: 'job:second', memberId: null };

async function tellWalk(db: Db, say: (line: string) => void): Promise<void> {
  const desk: Desk = { db, clock: makeClock({ today: day('2026-11-20'), zone }) };
  const days = (index: number): string => String(3 + 15 * index);
  const sooner = ladderFile.steps.map((step, index) => ({ ...step, days: days(index) }));
  await propose(desk, ladderFile, true);
  const version = await propose(desk, { ...ladderFile, steps: sooner }, false);
  const wish = { ...window, candidate: { key: 'ladder', version }, companyId: null };
  const asked = await perform(desk, doing('strategies.simulate_strategy'), (context) =>
    simulateStrategy(context, { ...wish, knowledge: 'then' }),
  );
  const began = performance.now();
  const used = process.cpuUsage();
  await finishSimulations(desk, { actor: author, reason: 'for the bench' });
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const figures = await partFigures(db, accepted(asked).answer.simulationId);
  const after = addFigures(figures.map(({ candidate }) => candidate));
  const before = addFigures(figures.map(({ inForce }) => inForce));
  const number = (value: number): string => value.toLocaleString('en');
  say(`${number(after.accounts)} accounts over 90 days: ${seconds.toFixed(1)} s,`);
  const kept = seconds <= mostSeconds ? 'kept' : 'MISSED';
  say(`(bar ${mostSeconds} s: ${kept}), of them ${((user + system) / 1e6).toFixed(1)} s of this`);
  say('processor; in force');
  say(`${number(before.notices)} notices, ${number(before.blocked)} blocked; the version`);
  say(`${number(after.notices)} notices, ${number(after.blocked)} blocked, ${after.wrong} wrong`);
}

function doing(action: string) {
  return { action, actor: author, reason: 'for the bench', input: {} };
}

async function propose(desk: Desk, file: typeof ladderFile, isInForce: boolean): Promise<number> {
  const { key } = file;
  const names = { nameEn: key, nameEs: key, follows: null };
  const made = { kind: 'strategy', key, ...names, written: JSON.stringify(file), judged: file };
  const checks = { hasExamples: true, hasSimulation: false };
  const tested = { passed: 1, failed: 0, results: [] };
  const proposed = await perform(desk, doing('policies.propose'), (context) =>
    proposeVersion(context, { ...made, ...checks }, tested),
  );
  const { version } = accepted(proposed).answer;
  if (!isInForce) return version;
  const name = { kind: 'strategy', key, version };
  const decide = { ...doing('policies.decide'), actor: second };
  accepted(
    await perform(desk, decide, (context) =>
      decideVersion(context, { ...name, act: 'approved', unseen: false }),
    ),
  );
  accepted(
    await perform(desk, doing('policies.publish'), (context) =>
      publishVersion(context, { ...name, from: day('2026-11-20') }),
    ),
  );
  return version;
}

/** Five debts of each account were paid, a month after they fell due; and whom to write to. */
function pastOf(accounts: number): readonly Sql[] {
  const on = sql`least(b.due_on + 30, date '2026-11-19')`;
  return [
    sql`insert into customers.contact (contact_id, customer_id, role, name, email, phone,
                                       language, made_at)
        select ${idOf('e', sql`n`)}, ${idOf('d', sql`n`)}, 'billing', 'Ann Orr',
               'ann@c' || n || '.example', '+12145550100', 'en', timestamptz '2026-06-01 12:00Z'
          from generate_series(1, ${accounts}::integer) n`,
    sql`update ledger.item_balance b
           set issued_on = b.due_on - 30, effective_on = b.due_on - 30,
               recorded_at = (b.due_on - 30)::timestamptz`,
    sql`insert into ledger.application (account_id, application_id, entry_id, debit_item_id,
                                        credit_item_id, kind, amount_minor, debit_base_minor,
                                        credit_base_minor, effective_on, recorded_at)
        select b.account_id, gen_random_uuid(), gen_random_uuid(), b.item_id, gen_random_uuid(),
               'payment', b.amount_minor, b.amount_minor, b.amount_minor, ${on},
               ${on}::timestamptz + interval '30 hours'
          from ledger.item_balance b
         where b.due_on < date '2026-10-15'`,
    sql`update ledger.item_balance b
           set open_minor = 0, open_base_minor = 0, closed_on = ${on}, touched_at = ${on}
         where b.due_on < date '2026-10-15'`,
  ];
}
