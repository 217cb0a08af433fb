import { describe, expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { deskOwed1000, type Story } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { promiseCommands } from './commands.ts';

const run = (story: Story, name: string, ...args: string[]) =>
  runCommand(promiseCommands, name, story, args);

const words = ['--said-by', 'Ms Orr'];

describe('dunlin promise', () => {
  test('records a promise, which dunlin promises lists', async () => {
    await using desk = await deskOwed1000();
    const made = await run(desk, 'promise', 'north', '400', 'USD', '2026-07-27', ...words);
    expect(made).toEqual({
      exit: 0,
      out: 'Promise recorded: $400.00 by Jul 27, 2026.',
      err: '',
    });
    const listed = await run(desk, 'promises', '--state', 'open', '--json');
    expect(JSON.parse(listed.out)).toMatchObject({
      asOf: '2026-07-20',
      rows: [
        {
          account: 'NORTH',
          amount: '400.00',
          takenBy: 'the command line (test)',
          saidBy: 'Ms Orr',
        },
      ],
    });
    expect((await run(desk, 'promises', '--csv')).out).toContain('2026-07-27,NORTH,NORTH,400.00');
  });

  test('refuses in words and stores nothing', async () => {
    await using desk = await deskOwed1000();
    const refused = await run(desk, 'promise', 'NORTH', '1400', 'USD', '2026-07-27', ...words);
    expect(refused).toMatchObject({
      exit: 1,
      err: 'Only 1,000.00 is open, so 1,400.00 cannot be promised.',
    });
    const unknown = run(desk, 'promise', 'SOUTH', '1', 'USD', '2026-07-27', ...words);
    await expect(unknown).rejects.toThrow('No account has the number SOUTH.');
    expect((await run(desk, 'promises')).out).toBe('No promises.');
  });

  test('asks which company when two have the number', async () => {
    await using desk = await deskOwed1000();
    await desk.account('NORTH', { company: await desk.company('SECOND') });
    const asked = run(desk, 'promise', 'NORTH', '1', 'USD', '2026-07-27', ...words);
    await expect(asked).rejects.toThrow('--company: MAIN, SECOND');
    const said = [...words, '--company', 'MAIN'];
    const made = await run(desk, 'promise', 'NORTH', '1', 'USD', '2026-07-27', ...said);
    expect(made.exit).toBe(0);
  });

  test('says what it takes when the arguments do not fit', async () => {
    await using desk = await deskOwed1000();
    await expect(run(desk, 'promise', 'NORTH', '1,00', 'USD', '2026-07-27')).rejects.toThrow(
      WrongUsage,
    );
    await expect(run(desk, 'promises', '--state', 'lost')).rejects.toThrow(WrongUsage);
  });
});
