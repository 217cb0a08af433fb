import { expect, test } from 'vitest';
import { askWriteOff } from '#areas/ledger/actions/write-off-item.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { deskOwed1000, usd } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { approvalCommands } from './commands.ts';

test('dunlin approvals prints what waits, as a table and as JSON', async () => {
  await using desk = await deskOwed1000();
  const run = (...args: string[]) => runCommand(approvalCommands, 'approvals', desk, args);
  expect((await run()).out).toContain('Nothing waits');
  const { accountId, invoiceId: itemId } = desk;
  const wish = { accountId, itemId, amount: usd('900'), evidence: '' };
  const rosa = await desk.member('collector');
  await desk.done((context) => askWriteOff(context, wish, standardPolicy), rosa);
  expect((await run()).out).toMatch(/Write off I-1 of NORTH\s+900\.00 USD\s+collector/u);
  const { out } = await run('--json');
  expect(JSON.parse(out)).toMatchObject({ asOf: '2026-07-20', rows: [{ state: 'open' }] });
  expect(JSON.parse((await run('--ended', '--json')).out)).toMatchObject({ rows: [] });
});

test('dunlin duties names who holds duties that must be apart', async () => {
  await using desk = await deskOwed1000();
  const run = (...args: string[]) => runCommand(approvalCommands, 'duties', desk, args);
  expect((await run()).out).toBe('Nobody holds duties that must be apart.');
  await desk.member('manager');
  expect((await run()).out).toMatch(/manager\s+manager\s+approving credit memos/u);
  expect(JSON.parse((await run('--json')).out)).toMatchObject({ findings: 1 });
});
