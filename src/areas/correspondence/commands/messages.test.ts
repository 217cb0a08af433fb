import { expect, test } from 'vitest';
import { deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { queueMessage } from '../actions/messages/queue-message.ts';
import { messageCommands } from './messages.ts';

test('the outbox is printed by state, as a table and as JSON', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  const empty = await runCommand(messageCommands, 'outbox', desk, []);
  expect(empty).toMatchObject({ exit: 0, out: 'No message stands here.' });
  await desk.done((context) =>
    queueMessage(context, {
      key: 'one',
      accountId,
      contactId: null,
      channel: 'email',
      toName: 'Ana',
      toAddress: 'ana@north.example',
      language: 'en',
      subject: 'Hello',
      text: 'Hello',
      html: '',
      templateKey: null,
      templateVersion: null,
      purpose: 'answer',
      itemIds: [],
      attachments: [],
      state: 'queued',
    }),
  );
  const told = await runCommand(messageCommands, 'outbox', desk, ['--state', 'queued', '--json']);
  expect(JSON.parse(told.out)).toMatchObject({
    states: [{ state: 'queued', count: 1 }],
    rows: [{ toAddress: 'ana@north.example', state: 'queued' }],
  });
  const held = await runCommand(messageCommands, 'outbox', desk, ['--state', 'held']);
  expect(held.out).toBe('No message stands here.');
});

test('the templates are printed with the version in force', async () => {
  await using desk = await deskOwed1000();
  const { out } = await runCommand(messageCommands, 'templates', desk, ['--json']);
  expect(JSON.parse(out)).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ key: 'final', version: 0 })]),
  });
  expect((await runCommand(messageCommands, 'templates', desk, [])).out).toContain('sms-reminder');
});
