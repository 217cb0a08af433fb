import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { runForecast } from './actions/run-forecast.ts';
import { night, owedDesk } from '#test/support/forecast-desk.ts';

test('before the first night there is no forecast, and that is said with the remedy', async () => {
  await using desk = await openDesk();
  const cfo = await desk.signIn(await desk.member('cfo'));
  expect(await cfo.get('/api/v1/forecast/cash')).toMatchObject({
    status: 200,
    body: { madeOn: null, asOf: null, currencies: [] },
  });
  expect(await cfo.get('/api/v1/forecast/cash/export')).toMatchObject({
    status: 422,
    body: { code: 'forecast.not_yet' },
  });
  expect((await cfo.get('/api/v1/forecast/accuracy')).body).toMatchObject({
    live: { judged: 0, maeDays: null },
    calibration: 'too_few',
  });
});

test('thirteen weeks and what lies outside of them add up to what is open', async () => {
  await using desk = await owedDesk();
  const answer = await desk.cfo.get('/api/v1/forecast/cash');
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ currencies: [{ currency: 'USD', open: '1500.00' }] });
  const [usd] = JSON.parse(JSON.stringify(answer.body)).currencies;
  expect(usd.weeks).toHaveLength(13);
  for (const { expected, planned } of usd.weeks) expect(planned).toBe(expected);
  const cents = (text: string): number => Math.round(Number(text) * 100);
  const parts = [usd.expected, usd.later, usd.doubtful, usd.disputed, usd.left].map(cents);
  expect(parts.reduce((sum: number, each: number) => sum + each, 0)).toBe(150_000);
  const weeks = usd.weeks.map((week: { expected: string }) => cents(week.expected));
  expect(weeks.reduce((sum: number, each: number) => sum + each, 0)).toBe(cents(usd.expected));
  const few = await desk.cfo.get('/api/v1/forecast/cash?weeks=2&lateDays=90');
  expect(few.body).toMatchObject({ currencies: [{ open: '1500.00', expected: '0.00' }] });
});

test('a week opens to its items, which add up to it', async () => {
  await using desk = await owedDesk();
  const { body } = await desk.cfo.get('/api/v1/forecast/cash');
  const [usd] = JSON.parse(JSON.stringify(body)).currencies;
  const { weekStart, expected } = usd.weeks[2];
  const path = `/api/v1/forecast/cash/weeks/${weekStart}?currency=USD`;
  const week = await desk.cfo.get(path);
  expect(week.body).toMatchObject({ weekStart, expected, count: 2 });
  expect(await desk.cfo.get('/api/v1/forecast/cash/weeks/2020-01-01?currency=USD')).toMatchObject({
    status: 404,
    body: { code: 'forecast.no_such_week' },
  });
});

test('a customer left out takes its money along; one that is no id is refused', async () => {
  await using desk = await owedDesk();
  const one = await desk.db.one(sql<{ customer_id: string }>`
    select customer_id from customers.account_card where account = 'NORTH'`);
  const answer = await desk.cfo.get(`/api/v1/forecast/cash?without=${one.customer_id}`);
  expect(answer.body).toMatchObject({ currencies: [{ open: '1500.00', left: '1000.00' }] });
  // Nobody promised anything here, so that promises are kept moves no money.
  const both = await desk.cfo.get(`/api/v1/forecast/cash?without=${one.customer_id}&promises=50`);
  expect(both.body).toMatchObject({ currencies: [{ open: '1500.00', left: '1000.00' }] });
  expect((await desk.cfo.get('/api/v1/forecast/cash?without=me')).body).toMatchObject({
    code: 'forecast.no_such_customer',
  });
});

test('the forecast is a workbook and a CSV', async () => {
  await using desk = await owedDesk();
  for (const format of ['xlsx', 'csv']) {
    const file = await desk.cfo.get(`/api/v1/forecast/cash/export?format=${format}`);
    expect(file.status).toBe(200);
  }
});

test('an account is told item by item with reasons, and how it pays', async () => {
  await using desk = await owedDesk();
  const { body } = await desk.cfo.get(`/api/v1/accounts/${desk.north}/forecast`);
  expect(body).toMatchObject({
    items: [{ lowHistory: true, source: 'habit', reasons: [{ code: 'low_history', count: 0 }] }],
    behaviour: { paid: 0, promises: { judged: 0, percent: null } },
  });
});

test('a warning is answered once with a reason, and only by who works accounts', async () => {
  await using desk = await owedDesk();
  const alertId = '019b0000-0000-7000-8000-000000000001';
  await desk.db.run(sql`
    insert into forecast.alert (account_id, alert_id, kind, raised_on, facts, recorded_at)
    values (${desk.north}, ${alertId}, 'slower', '2026-01-02', '{"before": 3, "now": 20}', now())`);
  const wish = { alerts: [{ accountId: desk.north, alertId }], reason: 'called their buyer' };
  const path = '/api/v1/forecast/alerts/acknowledge';
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.send('POST', path, wish)).status).toBe(403);
  const rosa = await desk.signIn(await desk.member('collector'));
  const other = { ...wish, alerts: [{ accountId: desk.north, alertId: desk.north }] };
  expect((await rosa.send('POST', path, other)).body).toMatchObject({
    code: 'forecast.no_such_alert',
  });
  expect((await rosa.send('POST', path, wish)).body).toMatchObject({ acknowledged: 1 });
  expect((await rosa.send('POST', path, wish)).body).toMatchObject({ acknowledged: 0 });
  expect((await rosa.get('/api/v1/forecast/alerts')).body).toMatchObject({ count: 0 });
  expect((await rosa.get('/api/v1/forecast/alerts?state=acknowledged')).body).toMatchObject({
    rows: [{ kind: 'slower', reason: 'called their buyer', state: 'acknowledged' }],
  });
});

test('a run that ended is not called off, nor any without the permission', async () => {
  await using desk = await owedDesk();
  const { body } = await desk.cfo.get('/api/v1/forecast/runs');
  expect(body).toMatchObject({ rows: [{ state: 'complete', items: 2 }] });
  const [{ runId }] = JSON.parse(JSON.stringify(body)).rows;
  const path = `/api/v1/forecast/runs/${runId}/cancel`;
  const rosa = await desk.signIn(await desk.member('collector'));
  expect((await rosa.send('POST', path, { reason: 'wrong day' })).status).toBe(403);
  const manager = await desk.signIn(await desk.member('manager'));
  expect((await manager.send('POST', path, { reason: 'wrong day' })).body).toMatchObject({
    code: 'forecast.run_ended',
  });
  const done = await runForecast(desk, night);
  expect(done.repeated).toBe(true);
});
