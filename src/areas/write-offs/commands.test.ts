import { expect, test } from 'vitest';
import { writeOffItem } from '#areas/ledger/actions/write-off-item.ts';
import { deskOwed1000, usd } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { writeOffCommands } from './commands.ts';

test('dunlin write-offs shows the register, and with --small what would go', async () => {
  await using desk = await deskOwed1000();
  const { accountId, invoiceId } = desk;
  const run = async (...args: string[]) =>
    (await runCommand(writeOffCommands, 'write-offs', desk, args)).out;
  expect(await run()).toBe('Nothing was written off.');
  const wish = { accountId, itemId: invoiceId, amount: usd('30') };
  const manager = await desk.member('manager');
  await desk.done((context) => writeOffItem(context, wish), manager);
  expect(await run()).toContain('I-1');
  expect(await run('--csv')).toContain('NORTH');
  expect(JSON.parse(await run('--json'))).toMatchObject({ rows: [{ amount: '30.00' }], count: 1 });
  expect(await run('--state', 'reversed')).toBe('Nothing was written off.');
  expect(await run('--small')).toContain('0 due by Jun 20, 2026 would go');
});
