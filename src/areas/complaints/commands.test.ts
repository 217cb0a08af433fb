import { expect, test } from 'vitest';
import { deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { receiveComplaint } from './actions/work-complaint.ts';
import { complaintCommands } from './commands.ts';

test('dunlin complaints prints the register, and those that are late alone', async () => {
  await using desk = await deskOwed1000();
  await desk.done((context) =>
    receiveComplaint(context, {
      accountId: desk.accountId,
      class: 'conduct',
      severity: 'high',
      subject: 'Called at night',
      text: '',
      saidBy: 'Ana Orr',
      channel: 'phone',
      receivedOn: context.today,
      mailId: null,
    }),
  );
  const run = (...args: string[]) => runCommand(complaintCommands, 'complaints', desk, args);
  expect(JSON.parse((await run('--json')).out)).toMatchObject({
    rows: [{ subject: 'Called at night', state: 'received', late: false }],
  });
  expect((await run('--late')).out).toBe('No complaint fits.');
  expect((await run('--csv')).out).toContain('Conduct,high,Received');
  await expect(run('--state', 'lost')).rejects.toThrow('--state takes');
});
