import { expect, test } from 'vitest';
import { deskOwed1000, type Story } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { forecastCommands } from './commands.ts';

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
