import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { newId } from '#platform/ids.ts';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf } from '#test/support/builders.ts';
import { payingDesk } from '#test/support/paying-desk.ts';
import { liveModel } from '../store/models.ts';
import { insertRun } from '../store/runs.ts';
import { cancelRun } from './cancel-run.ts';
import { runForecast } from './run-forecast.ts';

const by = {
  zone: 'America/New_York',
  actor: { ref: 'job:test', memberId: null },
  reason: 'the night',
};

test('a night predicts every open item once, and its cash adds up to what is open', async () => {
  await using desk = await payingDesk();
  const { run, repeated } = await runForecast(desk, by);
  expect(repeated).toBe(false);
  expect(run).toMatchObject({ state: 'complete', madeOn: desk.today, items: desk.open.size });
  const predicted = await desk.db.all(sql<{ item_id: string; days: number[]; rest: number }>`
    select item_id, days, later + doubtful as rest from forecast.prediction`);
  expect(new Set(predicted.map(({ item_id }) => item_id))).toEqual(new Set(desk.open.values()));
  for (const { days, rest } of predicted) {
    expect(days.reduce((sum, each) => sum + each, rest)).toBe(10_000);
  }
  const sums = await desk.db.one(sql<{ forecast: string; open: string }>`
    select (select sum(units) / 10000 from forecast.cash_day) as forecast,
           (select sum(open_minor) from ledger.open_item where side = 1) as open`);
  expect(Number(sums.forecast)).toBe(Number(sums.open));
  const again = await runForecast(desk, by);
  expect(again).toMatchObject({ repeated: true, run: { runId: run.runId } });
});

test('a run that was killed goes on where it was, and one called off stops', async () => {
  await using desk = await payingDesk(8);
  const first = await runForecast(desk, by);
  // As if the process had died before the last transaction.
  const owner = openDb(desk.url, { asOwner: true });
  await owner.run(sql`truncate forecast.run_end, forecast.week, forecast.cash_day cascade`);
  await owner.close();
  const again = await runForecast(desk, by);
  expect(again).toMatchObject({ repeated: false, run: { runId: first.run.runId } });
  expect(again.run).toMatchObject({ state: 'complete', parts: 1, items: first.run.items });

  desk.on(plusDays(desk.today, 1));
  const stopping = await runForecast(desk, by);
  expect(stopping.run.state).toBe('complete');
  const cancel = () => desk.act((context) => cancelRun(context, stopping.run.runId));
  expect(answerOf(await cancel())).toContain('forecast.run_ended');
  const nothing = newId();
  expect(answerOf(await desk.act((context) => cancelRun(context, nothing)))).toContain(
    'forecast.no_such_run',
  );
});

test('a night called off keeps the forecast before it, and the day can be run again', async () => {
  await using desk = await payingDesk(8);
  const before = await runForecast(desk, by);
  desk.on(plusDays(desk.today, 1));
  const model = await liveModel(desk.db, by.zone);
  if (!model) throw new Error('no model is live');
  const run = {
    runId: newId(),
    zone: by.zone,
    asOf: desk.today,
    madeOn: desk.clock.today(),
    modelId: model.modelId,
    accounts: 3,
  };
  await desk.done(async (context) => accept(await insertRun(context, run)));
  await desk.done((context) => cancelRun(context, run.runId));
  const predictions = await desk.db.all(sql<{ run_id: string }>`
    select distinct run_id from forecast.prediction`);
  expect(predictions).toEqual([{ run_id: before.run.runId }]);
  const again = await runForecast(desk, by);
  expect(again.run.runId).not.toBe(run.runId);
  expect(again.run.state).toBe('complete');
});

test('the server answers while a model is learnt', async () => {
  await using desk = await payingDesk(20);
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  await runForecast(desk, by);
  clearInterval(beat);
  // What is computed is computed elsewhere; reading and writing wait for the database.
  expect(longest).toBeLessThan(500);
});
