import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { clockCommands } from './commands.ts';
import { startClock } from './index.ts';

test('dunlin clocks prints what is due, says when it is cut, and knows its filters', async () => {
  await using desk = await deskOwed1000();
  const run = (...args: string[]) => runCommand(clockCommands, 'clocks', desk, args);
  expect((await run()).out).toBe('Nothing is due.');
  const { companyId, accountId } = desk;
  for (const dueOn of ['2026-07-18', '2026-07-24', '2026-09-01']) {
    await desk.done(async (context) =>
      accept(
        await startClock(context, {
          key: dueOn,
          kind: 'dispute_answer',
          companyId,
          accountId,
          about: { kind: 'dispute', id: accountId },
          startedOn: day('2026-07-01'),
          dueOn: day(dueOn),
          source: 'policy: disputes',
          ownerId: null,
          facts: {},
        }),
      ),
    );
  }
  expect((await run()).out).toMatch(/2026-07-18\s+Answer a dispute\s+NORTH\s+MAIN\s+running\s+2/u);
  const cut = await run('--limit', '1');
  expect(cut.err).toBe('The first 1 of 3; --limit shows more.');
  expect(JSON.parse((await run('--view', 'week', '--json')).out)).toMatchObject({
    asOf: '2026-07-20',
    count: 2,
    rows: [{ dueOn: '2026-07-18', daysLate: 2 }, { dueOn: '2026-07-24' }],
  });
  expect((await run('--csv')).out.split('\n')).toHaveLength(4);
  await expect(run('--kind', 'sundial')).rejects.toThrow('--kind takes');
  await expect(run('--limit', '0')).rejects.toThrow('--limit takes');
});
