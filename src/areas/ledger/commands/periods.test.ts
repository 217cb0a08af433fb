import { expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { deskOwed1000, type Story } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { periodCommands } from './periods.ts';

const run = (story: Story, name: string, ...args: string[]) =>
  runCommand(periodCommands, name, story, args);

test('dunlin close closes a period, which dunlin periods shows', async () => {
  await using desk = await deskOwed1000();
  const tried = await run(desk, 'close', '2026-06', '--soft', '--dry-run', '--json');
  expect(JSON.parse(tried.out)).toEqual({
    softThrough: '2026-06-30',
    hardThrough: null,
    dryRun: true,
  });
  const closed = await run(desk, 'close', '2026-06', '--soft', '--reason', 'the month is done');
  expect(closed).toMatchObject({
    exit: 0,
    out: 'Period 2026-06 of MAIN is closed softly: only named roles post into it.',
  });
  const listed = JSON.parse((await run(desk, 'periods', '--json')).out);
  expect(listed).toMatchObject({
    company: 'MAIN',
    rows: [
      { name: '2026-07', state: 'open' },
      { name: '2026-06', state: 'soft', acts: [{ reason: 'the month is done' }] },
    ],
  });
  expect((await run(desk, 'periods')).out).toContain('the month is done');
});

test('a refused closing is said and changes nothing', async () => {
  await using desk = await deskOwed1000();
  const refused = await run(desk, 'close', '2026-07', '--soft');
  expect(refused).toMatchObject({
    exit: 1,
    err: 'Period 2026-07 runs until Jul 31, 2026. Close it from the next day on.',
  });
  const asJson = await run(desk, 'close', '2026-06', '--hard', '--json');
  expect(JSON.parse(asJson.out)).toMatchObject({ refused: { code: 'ledger.period_not_soft' } });
  await expect(run(desk, 'close', '2026-06')).rejects.toThrow(WrongUsage);
  await expect(run(desk, 'close', '--soft')).rejects.toThrow(WrongUsage);
  await desk.company('SECOND');
  await expect(run(desk, 'periods')).rejects.toThrow('MAIN, SECOND');
});
