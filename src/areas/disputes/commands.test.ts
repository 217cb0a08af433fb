import { expect, test } from 'vitest';
import { runCommand } from '#test/support/commands.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { noteLateCause } from './actions/note-late-cause.ts';
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

test('dunlin causes adds the money up by cause and opens one to its rows', async () => {
  await using desk = await disputeDesk();
  await desk.open('120.00');
  const wish = { accountId: desk.accountId, itemIds: [], note: '' };
  await desk.done((context) => noteLateCause(context, { ...wish, cause: 'reference_missing' }));
  const run = (...args: string[]) => runCommand(disputeCommands, 'causes', desk, args);
  expect(JSON.parse((await run('--json')).out)).toMatchObject({
    currency: 'USD',
    rows: [{ cause: 'reference_missing', amount: '380.00', sharePct: '100.00' }],
    unsaid: { disputes: 1, amount: '120.00' },
  });
  expect((await run()).out).toContain('380.00');
  expect((await run('--rows', 'none', '--csv')).out).toContain('dispute,NORTH');
  expect((await run('--from', '2026-12-01')).out).toBe('No cause is on record.');
  await expect(run('--collector', 'rosa')).rejects.toThrow('--collector takes the id');
});
