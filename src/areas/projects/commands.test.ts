import { expect, test } from 'vitest';
import { type Story, deskOwed1000 } from '#test/support/builders.ts';
import { projectCommands } from './commands.ts';

async function run(story: Story, name: string, ...args: string[]): Promise<string> {
  const out: string[] = [];
  const command = projectCommands.find((each) => each.name === name);
  if (command?.on !== 'desk') throw new Error(`no command ${name}`);
  await command.run(args, {
    db: story.db,
    clock: story.clock,
    actor: { ref: 'command:test', memberId: null },
    ownerUrl: story.url,
    dataFolder: '',
    language: 'en',
    print: (text) => void out.push(text),
    complain: (text) => void out.push(text),
  });
  return out.join('\n');
}

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
