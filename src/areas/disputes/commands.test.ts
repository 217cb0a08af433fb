import { expect, test } from 'vitest';
import { runCommand } from '#test/support/commands.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { disputeCommands } from './commands.ts';

test('dunlin disputes lists the cases, those that are late alone', async () => {
  await using desk = await disputeDesk();
  await desk.open('120.00');
  const run = (...args: string[]) => runCommand(disputeCommands, 'disputes', desk, args);
  expect(JSON.parse((await run('--json')).out)).toMatchObject({
    asOf: '2026-11-20',
    rows: [{ account: 'NORTH', amount: '120.00', state: 'open', pace: 'in_time' }],
  });
  expect((await run('--late')).out).toBe('No case fits.');
  desk.on('2026-12-02');
  expect((await run('--late', '--csv')).out).toContain('NORTH,I-1,Price,120.00,USD');
});
