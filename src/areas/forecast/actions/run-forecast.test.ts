import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { payingDesk } from '#test/support/paying-desk.ts';
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
