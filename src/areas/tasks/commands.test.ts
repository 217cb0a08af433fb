import { expect, test } from 'vitest';
import { type Story, deskOn } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { taskCommands } from './commands.ts';

const run = (story: Story, ...args: string[]) => runCommand(taskCommands, 'tasks', story, args);

test('dunlin tasks adds a task, lists it and finishes it', async () => {
  await using story = await deskOn('2026-11-20');
  await story.account('NORTH');
  const told = ['--due', '2026-11-24', '--account', 'north', '--priority', 'high', '--box', '30'];
  const made = await run(story, 'add', 'Call', 'the bank', ...told);
  expect(made.exit).toBe(0);
  const taskId = made.out.split(/[ :]/u)[1] ?? '';
  const listed = await run(story, '--json');
  expect(JSON.parse(listed.out)).toMatchObject({
    rows: [{ taskId, title: 'Call the bank', priority: 'high', timeBoxMinutes: 30 }],
  });
  expect((await run(story, '--csv')).out).toContain('2026-11-24,high,open,Call the bank,NORTH');
  expect(await run(story, 'done', taskId)).toEqual({ exit: 0, out: 'The task is done.', err: '' });
  expect((await run(story)).out).toBe('No tasks.');
  expect(await run(story, 'done', taskId)).toMatchObject({ exit: 1 });
});

test('dunlin tasks names the person or account that is not there', async () => {
  await using story = await deskOn('2026-11-20');
  await expect(run(story, '--user', 'nobody@desk.example')).rejects.toThrow('Nobody here');
  await expect(run(story, 'add', 'x', '--account', 'S')).rejects.toThrow('No account has');
  expect((await run(story, 'add', 'x', '--dry-run')).exit).toBe(0);
  expect((await run(story)).out).toBe('No tasks.');
});
