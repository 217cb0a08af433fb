import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000, type Story } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { worklistCommands } from './commands.ts';

const run = (story: Story, ...args: string[]) =>
  runCommand(worklistCommands, 'worklist', story, args);

test('dunlin worklist builds the list and prints it in the shape outsiders rely on', async () => {
  await using desk = await deskOwed1000();
  const { exit, out } = await run(desk, '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toEqual({
    asOf: '2026-07-20',
    rows: [
      {
        account: 'NORTH',
        company: 'MAIN',
        customer: 'NORTH',
        name: 'NORTH',
        owner: null,
        reason: '19 days late, oldest I-1',
        kinds: ['overdue', 'incomplete_data'],
        amount: '1000.00',
        currency: 'USD',
        dueAt: '2026-07-05T04:00:00.000000Z',
        rank: 1,
      },
    ],
  });
});

test('dunlin worklist follows the book', async () => {
  await using desk = await deskOwed1000();
  expect((await run(desk)).out).toContain('NORTH');
  const { accountId, invoiceId } = desk;
  await desk.receipt(accountId, { amount: '1000', on: '2026-07-20', pays: [[invoiceId, '1000']] });
  expect((await run(desk)).out).toBe('Nothing is waiting.');
});

test('dunlin worklist prints one person’s list, or says there is no such person', async () => {
  await using desk = await deskOwed1000();
  await desk.member('collector');
  const { email } = await desk.db.one(sql<{ email: string }>`select email from team.member`);
  expect(await run(desk, '--user', email)).toMatchObject({ exit: 0, out: 'Nothing is waiting.' });
  await expect(run(desk, '--user', 'nobody@desk.example')).rejects.toThrow('nobody@desk.example');
  expect((await run(desk, '--csv')).out).toContain('1,NORTH,NORTH,1000.00,USD,');
});
