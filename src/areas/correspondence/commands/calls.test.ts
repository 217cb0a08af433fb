import { expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { reachable } from '#test/support/gate.ts';
import { endCall } from '../actions/calls/end-call.ts';
import { startCall } from '../actions/calls/start-call.ts';
import { callCommands } from './calls.ts';

test('dunlin calls lists the calls of an account with what came of them', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  const run = (...args: string[]) => runCommand(callCommands, 'calls', desk, args);
  expect((await run('NORTH')).out).toBe('No calls.');
  const contactId = await reachable(desk, accountId);
  const rosa = await desk.member('collector');
  const wish = { accountId, contactId, number: null, stepKey: null, override: null } as const;
  const { callId } = await desk.done(
    (context) => startCall(context, { ...wish, technology: 'manual' }),
    rosa,
  );
  if (callId === null) throw new Error('the gate said no');
  const listed = await run('NORTH', '--json');
  expect(JSON.parse(listed.out)).toMatchObject({ rows: [{ person: 'Ann Orr', result: null }] });
  await desk.done(
    (context) =>
      endCall(context, {
        accountId,
        callId,
        came: [{ outcome: 'voicemail' }],
        seconds: 20,
        note: 'left our number',
        nextOn: null,
        confirm: 'none',
      }),
    rosa,
  );
  expect((await run('NORTH')).out).toContain('Voicemail');
  expect((await run('NORTH', '--csv')).out).toContain('left our number');
  await expect(run()).rejects.toThrow(WrongUsage);
  await expect(run('SOUTH')).rejects.toThrow('No account has the number SOUTH.');
});
