import { expect, test } from 'vitest';
import { deskOn } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { deskOfP28, placeOrder } from '#test/support/credit.ts';
import { creditCommands } from './commands.ts';

test('dunlin holds says every reason, and dunlin credit what is left', async () => {
  await using desk = await deskOn('2026-11-20');
  const north = await deskOfP28(desk);
  const run = (name: string, ...args: string[]) => runCommand(creditCommands, name, desk, args);
  expect((await run('holds')).out).toBe('No orders wait.');
  await placeOrder(desk, north, 'O2', { amount: '2500' });
  expect(JSON.parse((await run('holds', '--json')).out)).toMatchObject({
    asOf: '2026-11-20',
    rows: [
      {
        order: 'O2',
        account: 'NORTH',
        amount: '2500.00',
        clearsNow: false,
        reasons: [{ reason: 'over_limit', says: 'Over the limit of $10,000.00 by $500.00' }],
        figures: { exposure: '8000.00', withOrder: '10500.00', limit: '10000.00' },
      },
    ],
  });
  expect((await run('holds')).out).toContain('Over the limit of $10,000.00 by $500.00');
  const credit = JSON.parse((await run('credit', 'north', '--json')).out);
  expect(credit).toMatchObject({ available: '2000.00', figures: { exposure: '8000.00' } });
  expect((await run('credit', 'NORTH')).out).toContain('2000.00');
  await expect(run('credit', 'SOUTH')).rejects.toThrow('No account has the number SOUTH.');
});
