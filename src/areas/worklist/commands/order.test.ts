import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { runCommand } from '#test/support/commands.ts';
import { type MeasuredDesk, measuredDesk, worked } from '#test/support/measured-desk.ts';
import { orderCommands } from './order.ts';

const run = (desk: MeasuredDesk, name: string, ...args: string[]) =>
  runCommand(orderCommands, name, desk, args);

test('dunlin order prints what a call adds, the best first, beside the capacity', async () => {
  await using desk = await measuredDesk([
    ['SMALL', '500', '2026-06-20'],
    ['LARGE', '40000', '2026-06-20'],
  ]);
  const { out } = await run(desk, 'order', '--json');
  expect(JSON.parse(out)).toMatchObject({
    asOf: '2026-07-20',
    plan: { capacity: 360, planned: 2, worthIt: 2 },
    rows: [
      { account: 'LARGE', overdue: '40000.00', way: 'call', basis: 'assumed', planned: true },
      { account: 'SMALL', overdue: '500.00', way: 'call', leftAloneUntil: null },
    ],
  });
  const text = (await run(desk, 'order')).out;
  expect(text).toContain('2 of 2 accounts planned, 9 of 360 minutes');
  expect((await run(desk, 'order', '--csv')).out).toContain('LARGE,40000.00,USD,call,');
});

test('an account that somebody waits for is called for anyway, not out of room', async () => {
  await using desk = await measuredDesk([
    ['SMALL', '500', '2026-06-20'],
    ['LARGE', '40000', '2026-06-20'],
  ]);
  await desk.db.run(sql`update worklist.account_worth set planned = false`);
  expect((await run(desk, 'order')).out.match(/no room/gu)).toHaveLength(2);
  await desk.db.run(sql`
    update worklist.account_work
       set kinds = kinds || '{reply_waiting}'
     where number = 'LARGE'`);
  expect((await run(desk, 'order')).out).toMatch(/LARGE .*called for anyway/u);
});

test('dunlin uplift claims nothing before there is something to claim', async () => {
  await using desk = await measuredDesk(worked(12));
  const before = (await run(desk, 'uplift')).out;
  expect(before).toContain('Nothing is measured');
  expect(before).toContain('Too few episodes have ended to say anything: 0 left alone, 0 open.');
  const on = await run(desk, 'uplift', '--on', '--share', '10', '--reason', 'agreed in the huddle');
  expect(on).toMatchObject({ exit: 0 });
  const { experiment, uplift } = JSON.parse((await run(desk, 'uplift', '--json')).out);
  expect(experiment).toMatchObject({ isOn: true, sharePct: 10, most: '10000.00' });
  expect(uplift).toEqual({
    claim: 'too_few',
    open: 0,
    leftAlone: 0,
    share: null,
    cash: null,
    perHour: null,
  });
});

test('dunlin uplift refuses a share out of bounds, and a switch without a reason', async () => {
  await using desk = await measuredDesk([]);
  const share = run(desk, 'uplift', '--on', '--share', '50', '--reason', 'more');
  await expect(share).rejects.toThrow('Between 5 and 10 %');
  await expect(run(desk, 'uplift', '--off')).rejects.toThrow('--reason');
});
