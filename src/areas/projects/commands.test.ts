import { expect, test } from 'vitest';
import { type Story, deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { projectCommands } from './commands.ts';

const run = async (story: Story, name: string, ...args: string[]): Promise<string> =>
  (await runCommand(projectCommands, name, story, args)).out;

test('dunlin verify-book finds and lists, dunlin projects lists clean-ups', async () => {
  await using desk = await deskOwed1000();
  const listed = await run(desk, 'verify-book', '--kind', 'missing_contact', '--json');
  expect(JSON.parse(listed)).toMatchObject({
    rows: [{ account: 'NORTH', kind: 'missing_contact', amount: '1000.00' }],
  });
  expect(await run(desk, 'verify-book', '--csv')).toContain('No postal address,NORTH');
  expect(await run(desk, 'verify-book', '--kind', 'credit_unapplied')).toBe('Nothing is doubtful.');
  expect(await run(desk, 'projects')).toBe('No clean-ups.');
});
