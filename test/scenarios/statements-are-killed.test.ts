/**
 * kill -9 in the middle of a run of statements: every account has its paper once, and every
 * paper goes out once, whichever moment the worker was killed at.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { actOnRun } from '#areas/statements/actions/act-on-run.ts';
import { startRun } from '#areas/statements/actions/start-run.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { type Program, run } from '#test/support/posting-desk.ts';
import { giveClerk } from '#test/support/statement-runs.ts';

const accounts = 60;

/** Sixty accounts that owe something, each with somebody to write to, on the first of July. */
async function deskWithRun(): Promise<Story & { runId: Id }> {
  const desk = await deskOn('2026-06-01');
  for (let number = 1; number <= accounts; number += 1) {
    const accountId = await desk.account(`C${number}`);
    await desk.invoice(accountId, { amount: '600', issued: '2026-06-01', due: '2026-06-20' });
    await giveClerk(desk, accountId, `ann${number}@north.example`);
  }
  desk.on('2026-07-01');
  const wish = {
    kind: 'statement' as const,
    companyId: desk.companyId,
    fromOn: day('2026-06-01'),
    toOn: day('2026-06-30'),
  };
  const { runId } = await desk.done((context) => startRun(context, wish));
  return { ...desk, runId };
}

test(
  'a run of statements is killed twice: nothing is lost, and nothing is there twice',
  {
    timeout: 180_000,
  },
  async () => {
    await using desk = await deskWithRun();
    const owner = openDb(desk.url, { asOwner: true, poolSize: 2 });
    const worker = () => run('test/support/statement-worker.ts', [desk.url], {});
    await killedWaitingFor(owner, 'statements.paper', worker());
    const second = worker();
    const standing = () => countsOf(desk.db);
    await expect.poll(standing, { timeout: 60_000 }).toMatchObject({ state: 'review' });
    expect(await standing()).toMatchObject({
      papers: 60n,
      accounts: 60n,
      files: 60n,
      messages: 0n,
    });
    await killed(second);
    await desk.done((context) => actOnRun(context, { runId: desk.runId, act: 'approve' }));
    await killedWaitingFor(owner, 'statements.delivery', worker());
    const third = worker();
    await expect.poll(standing, { timeout: 60_000 }).toMatchObject({ state: 'done' });
    await killed(third);
    await owner.close();
    expect(await standing()).toEqual({
      state: 'done',
      papers: 60n,
      accounts: 60n,
      files: 60n,
      delivered: 60n,
      messages: 60n,
      keys: 60n,
    });
  },
);

/** Holds the table until the worker waits for it in the middle of its piece, and kills it there. */
async function killedWaitingFor(owner: Db, table: string, program: Program): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.run(
      table === 'statements.paper'
        ? sql`lock table statements.paper in share mode`
        : sql`lock table statements.delivery in share mode`,
    );
    for (;;) {
      const { waiting } = await tx.one(sql<{ waiting: boolean }>`
        select exists (select
                         from pg_locks
                        where relation = ${table}::regclass
                          and not granted) as waiting`);
      if (waiting) break;
      if (program.child.exitCode !== null) throw new Error(`it ended: ${program.said()}`);
      await wait(5);
    }
    await killed(program);
  });
}

async function killed(program: Program): Promise<void> {
  program.child.kill('SIGKILL');
  await program.ended;
}

function countsOf(db: Db) {
  return db.one(sql`
    select (select state from statements.run_now) as state,
           (select count(*) from statements.paper) as papers,
           (select count(distinct account_id) from statements.paper) as accounts,
           (select count(*) from correspondence.kept_file) as files,
           (select count(*) from statements.delivery) as delivered,
           (select count(*) from correspondence.message) as messages,
           (select count(distinct (account_id, key)) from correspondence.message) as keys`);
}
