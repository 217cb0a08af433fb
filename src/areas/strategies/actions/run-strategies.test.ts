import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { ladderFile, robot, strategyDesk, zone } from '#test/support/strategy-desk.ts';
import { insertRunEnd } from '../store/runs.ts';
import { listProposals } from '../store/list-proposals.ts';
import { newRun } from './begin-run.ts';
import { replayRun } from './replay-run.ts';
import { rehearseStrategies, runStrategies } from './run-strategies.ts';
import { strategiesToRun } from './strategies-to-run.ts';
import { accept } from '#kernel/outcome.ts';

async function owing600() {
  const desk = await strategyDesk('2026-03-01');
  await desk.inForce(ladderFile);
  const north = await desk.account('NORTH');
  await desk.invoice(north, { amount: '600', issued: '2026-03-01', due: '2026-04-01' });
  return { ...desk, north };
}

test('P-21: a run proposes the next level once, and only what was sent moves it on', async () => {
  await using desk = await owing600();
  await desk.reachable(desk.north);
  await desk.morning('2026-04-05');
  expect(await desk.steps()).toEqual([]);
  expect(await desk.morning('2026-04-06')).toMatchObject({ accounts: 1, stored: 1, proposed: 1 });
  await desk.morning('2026-04-20');
  expect(await desk.steps()).toEqual(['NORTH l1 proposed 60000']);
  await desk.switchOn('email');
  await desk.morning('2026-05-01');
  expect(await desk.steps()).toEqual(['NORTH l1 queued 60000']);
  await desk.delivered(desk.north);
  await desk.morning('2026-05-07');
  expect(await desk.steps()).toEqual(['NORTH l1 done 60000']);
  await desk.morning('2026-05-08');
  await desk.delivered(desk.north);
  await desk.morning('2026-05-15');
  expect(await desk.steps()).toEqual([
    'NORTH l1 done 60000',
    'NORTH l2 done 60000',
    'NORTH l3 queued 60000',
  ]);
});

test('running again adds nothing', async () => {
  await using desk = await owing600();
  await desk.morning('2026-04-06');
  const rows = () =>
    desk.db.one(sql`
      select (select count(facts) from strategies.decision) as facts,
             (select count(*) from strategies.decision) as decisions,
             (select count(*) from strategies.proposal) as proposals`);
  const before = await rows();
  const nothing = { stored: 0, proposed: 0, withdrawn: 0 };
  expect(await desk.morning('2026-04-06')).toMatchObject({ accounts: 1, ...nothing });
  expect(await rows()).toEqual(before);
});

test('what is paid is withdrawn, and comes back when the money does not stay', async () => {
  await using desk = await owing600();
  await desk.morning('2026-04-06');
  desk.on('2026-04-07');
  await desk.receipt(desk.north, { amount: '600', on: '2026-04-07' });
  expect(await desk.morning('2026-04-08')).toMatchObject({ proposed: 0, withdrawn: 1 });
  expect(await desk.steps()).toEqual(['NORTH l1 withdrawn 60000']);
  await desk.invoice(desk.north, { amount: '100', issued: '2026-03-02', due: '2026-04-02' });
  await desk.morning('2026-04-09');
  expect(await desk.steps()).toEqual(['NORTH l1 proposed 10000', 'NORTH l1 withdrawn 60000']);
});

test('a rehearsal says what would be done and leaves nothing', async () => {
  await using desk = await owing600();
  desk.on('2026-04-06');
  const asOf = day('2026-05-30');
  const strategies = await strategiesToRun(desk.db, asOf);
  const wish = { zone, asOf, strategies, actor: robot, reason: 'to see' };
  const { done, seen } = await rehearseStrategies(desk, wish, (tx) =>
    listProposals(tx, { companies: 'all' }, { after: undefined, limit: null }),
  );
  expect(done).toMatchObject({ stored: 1, proposed: 1 });
  expect(seen).toMatchObject([{ account: 'NORTH', step: 'l1', daysLate: 59 }]);
  expect(await desk.steps()).toEqual([]);
  const { runs } = await desk.db.one(sql<{ runs: bigint }>`
    select count(*) as runs from strategies.run`);
  expect(runs).toBe(0n);
});

test('a run that was begun goes on; one that was called off does not', async () => {
  await using desk = await owing600();
  desk.on('2026-04-06');
  const asOf = day('2026-04-06');
  const strategies = await strategiesToRun(desk.db, asOf);
  const wish = { zone, asOf, strategies, actor: robot, reason: 'again' };
  const begun = await desk.done(async (context) => accept(await newRun(context, wish)));
  const done = await runStrategies(desk, wish);
  expect(done).toMatchObject({ runId: begun.runId, stored: 1, cancelled: false });

  const other = await desk.done(async (context) => accept(await newRun(context, wish)));
  await desk.done(async (context) => accept(await insertRunEnd(context, other.runId, 'cancelled')));
  const next = await runStrategies(desk, wish);
  expect(next.runId).not.toBe(other.runId);
});

test('a past run is made again to the byte, also after its policy has changed', async () => {
  await using desk = await owing600();
  const { runId } = await desk.morning('2026-04-06');
  await desk.inForce({ ...ladderFile, between_notices: '14' });
  expect(await replayRun(desk.db, runId)).toMatchObject({
    ok: true,
    value: { decisions: 1, same: 1, different: [] },
  });
});
