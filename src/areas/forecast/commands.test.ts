import { expect, test } from 'vitest';
import { deskOwed1000, type Story } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { forecastCommands } from './commands.ts';
import { wantsForecast } from './store/runs.ts';

const run = (story: Story, ...args: string[]) =>
  runCommand(forecastCommands, 'predict', story, args);

test('dunlin predict tells when each open invoice will be paid, as known on a day', async () => {
  await using desk = await deskOwed1000();
  const { exit, out } = await run(desk, '--json');
  expect(exit).toBe(0);
  const told: { asOf: string; model: string; rows: { account: string; open: string }[] } =
    JSON.parse(out);
  expect(told).toMatchObject({ asOf: '2026-07-20', model: 'empirical' });
  expect(told.rows[0]).toMatchObject({ account: 'NORTH', paidBefore: 0 });
  expect(told.rows.map(({ open }) => open)).toEqual(['1000.00']);
  const table = await run(desk);
  expect(table.out).toContain('p90');
  const before = await run(desk, '--as-of', '2020-01-01', '--json');
  expect(JSON.parse(before.out)).toMatchObject({ rows: [] });
});

const told = (story: Story, name: string, ...args: string[]) =>
  runCommand(forecastCommands, name, story, args);

test('dunlin forecast run, cash, accuracy and alerts tell of one night', async () => {
  await using desk = await deskOwed1000();
  await expect(told(desk, 'forecast cash')).rejects.toThrow('No forecast was made yet');
  const ran = await told(desk, 'forecast run', '--json');
  expect(JSON.parse(ran.out)).toMatchObject({ rows: [{ state: 'complete', items: 1 }] });
  expect((await told(desk, 'forecast run')).out).toContain('complete, 1 accounts, 1 items');
  const cash: { currencies: { open: string; weeks: { weekStart: string }[] }[] } = JSON.parse(
    (await told(desk, 'forecast cash', '--json')).out,
  );
  expect(cash.currencies[0]).toMatchObject({ currency: 'USD', open: '1000.00' });
  expect(cash.currencies[0]?.weeks).toHaveLength(13);
  expect((await told(desk, 'forecast cash', '--weeks', '4', '--csv')).out.split('\n')).toHaveLength(
    5,
  );
  await expect(told(desk, 'forecast cash', '--weeks', '14')).rejects.toThrow('from 1 to 13');
  const accuracy = await told(desk, 'forecast accuracy', '--json');
  expect(JSON.parse(accuracy.out)).toMatchObject({ calibration: 'too_few' });
  expect(JSON.parse((await told(desk, 'forecast alerts', '--json')).out)).toEqual({ rows: [] });
  await expect(told(desk, 'forecast cancel', 'me')).rejects.toThrow('name one run');
});

test('the first night is wanted by who owes, and not again on its day', async () => {
  await using desk = await deskOwed1000();
  const zone = 'America/New_York';
  const wanted = () =>
    wantsForecast(desk.db, zone, { today: desk.clock.today(), at: desk.clock.now() });
  expect(await wanted()).toBe(true);
  await told(desk, 'forecast run');
  expect(await wanted()).toBe(false);
});

test('a company that comes after the night’s run is forecast the same day, once', async () => {
  await using desk = await deskOwed1000();
  const zone = 'America/New_York';
  const wanted = () =>
    wantsForecast(desk.db, zone, { today: desk.clock.today(), at: desk.clock.now() });
  await told(desk, 'forecast run');
  const second = await desk.company('SECOND');
  expect(await wanted()).toBe(false);
  const south = await desk.account('SOUTH', { company: second });
  await desk.invoice(south, { amount: '70', issued: '2026-06-01', number: 'S-1' });
  expect(await wanted()).toBe(true);
  const ran = await told(desk, 'forecast run', '--json');
  expect(JSON.parse(ran.out)).toMatchObject({ rows: [{ state: 'complete', items: 2 }] });
  expect(await wanted()).toBe(false);
  const again = await told(desk, 'forecast run', '--json');
  expect(JSON.parse(again.out)).toMatchObject({ rows: [{ items: 2 }] });
});
