import { expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { deskOwed1000, type Story } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { planCommands } from './plans.ts';

const run = (story: Story, name: string, ...args: string[]) =>
  runCommand(planCommands, name, story, args);

test('dunlin plan draws up a schedule and writes nothing, and offers it when asked', async () => {
  await using desk = await deskOwed1000();
  const drawn = await run(desk, 'plan', 'NORTH', 'USD', '--first', '2026-07-31');
  expect(drawn.out).toContain('2026-07-31');
  expect(drawn.out).toContain('333.34');
  expect((await run(desk, 'plans')).out).toBe('No payment plans.');
  const drafted = await run(desk, 'plan', 'NORTH', 'USD', '--count', '4', '--json');
  expect(JSON.parse(drafted.out)).toMatchObject({ total: '1000.00', mine: true });
  const offered = await run(desk, 'plan', 'NORTH', 'USD', '--offer', '--to', 'Ms Orr');
  expect(offered).toMatchObject({ exit: 0, out: 'Payment plan offered to Ms Orr.' });
  const listed = await run(desk, 'plans', '--state', 'offered', '--json');
  expect(JSON.parse(listed.out)).toMatchObject({
    asOf: '2026-07-20',
    rows: [{ account: 'NORTH', state: 'offered', total: '1000.00', nextAmount: '333.34' }],
  });
  expect((await run(desk, 'plans', '--csv')).out).toContain('2026-07-20,NORTH');
});

test('dunlin plan refuses in words, and what does not fit is wrong usage', async () => {
  await using desk = await deskOwed1000();
  const refused = await run(desk, 'plan', 'NORTH', 'USD', '--down', '1000');
  expect(refused).toMatchObject({
    exit: 1,
    err: 'A down payment of 1,000.00 leaves nothing of 1,000.00 to pay in parts.',
  });
  await expect(run(desk, 'plan', 'NORTH')).rejects.toThrow(WrongUsage);
  await expect(run(desk, 'plan', 'NORTH', 'USD', '--offer')).rejects.toThrow('--to');
  await expect(run(desk, 'plans', '--state', 'lost')).rejects.toThrow(WrongUsage);
  expect((await run(desk, 'settlements')).out).toBe('No settlements.');
});
