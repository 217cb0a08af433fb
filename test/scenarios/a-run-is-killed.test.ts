/**
 * kill -9 in the middle of a run of the strategies: what was decided stays, the rest is decided
 * by the next, and nothing is there twice.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Queries, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Program, dunlin, run } from '#test/support/posting-desk.ts';
import { ladderFile, strategyDesk } from '#test/support/strategy-desk.ts';

const accounts = 12;

test('a killed run goes on where it was, and nothing is twice', { timeout: 180_000 }, async () => {
  await using desk = await strategyDesk('2026-09-01');
  await desk.inForce(ladderFile);
  for (let number = 1; number <= accounts; number += 1) {
    const accountId = await desk.account(`C${number}`);
    await desk.invoice(accountId, { amount: '600', issued: '2026-09-01', due: '2026-09-10' });
  }
  const settings = { DATABASE_URL: desk.url };
  const owner = openDb(desk.url, { asOwner: true, poolSize: 1 });
  const program = run('src/cli/main.ts', ['run', 'strategies', '--json'], settings);
  await owner.transaction(async (tx) => {
    await tx.run(sql`lock table strategies.decision in share mode`);
    await untilItWaits(tx, program);
    program.child.kill('SIGKILL');
  });
  expect(await program.ended).toBeNull();
  const count = () =>
    owner.one(sql<{ runs: bigint; ended: bigint; decisions: bigint; proposals: bigint }>`
      select (select count(*) from strategies.run) as runs,
             (select count(*) from strategies.run_end) as ended,
             (select count(*) from strategies.decision) as decisions,
             (select count(*) from strategies.proposal) as proposals`);
  await expect.poll(count, { timeout: 30_000 }).toMatchObject({ runs: 1n, decisions: 0n });
  await dunlin(settings, 'run', 'strategies', '--json');
  const once = { ended: 1n, decisions: BigInt(accounts), proposals: BigInt(accounts) };
  expect(await count()).toMatchObject({ runs: 1n, ...once });
  await dunlin(settings, 'run', 'strategies', '--json');
  expect(await count()).toMatchObject({ runs: 2n, ...once, ended: 2n });
  await owner.close();
});

async function untilItWaits(db: Queries, program: Program): Promise<void> {
  for (;;) {
    const { waiting } = await db.one(sql<{ waiting: boolean }>`
      select exists (select
                       from pg_locks
                      where relation = 'strategies.decision'::regclass
                        and not granted) as waiting`);
    if (waiting) return;
    if (program.child.exitCode !== null) throw new Error(`it ended before: ${program.said()}`);
    await wait(2);
  }
}
