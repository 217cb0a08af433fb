import { expect, test } from 'vitest';
import { deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { escalate } from './actions/escalate.ts';
import { moveEscalation } from './actions/move-escalation.ts';
import { makeActionPlan } from './actions/make-action-plan.ts';
import { endActionPlan } from './actions/work-action-plan.ts';
import { escalationCommands } from './commands.ts';

test('dunlin escalations prints what waits for an answer, and what ended', async () => {
  await using desk = await deskOwed1000();
  const run = (...args: string[]) => runCommand(escalationCommands, 'escalations', desk, args);
  expect((await run()).out).toBe('Nothing is escalated.');
  const [rosa, maya] = [await desk.member('collector'), await desk.member('manager')];
  const { accountId } = desk;
  const wish = { accountId, desk: 'manager', toMember: null, question: 'Stop it?' } as const;
  const { escalationId } = await desk.done((context) => escalate(context, wish), rosa);
  expect((await run()).out).toMatch(/2026-07-22\s+NORTH\s+collector\s+manager\s+open\s+Stop it\?/u);
  const move = { escalationId, text: 'Yes.', companies: 'all' } as const;
  await desk.done((context) => moveEscalation(context, { ...move, what: 'answered' }), maya);
  await desk.done((context) => moveEscalation(context, { ...move, what: 'read' }), rosa);
  expect(JSON.parse((await run('--ended', '--json')).out)).toMatchObject({
    asOf: '2026-07-20',
    rows: [{ state: 'closed' }],
  });
});

test('dunlin action-plans prints who owns each plan, its next step and its day', async () => {
  await using desk = await deskOwed1000();
  const run = (...args: string[]) => runCommand(escalationCommands, 'action-plans', desk, args);
  expect((await run()).out).toBe('No account has one.');
  const rosa = await desk.member('collector');
  const { accountId } = desk;
  const said = { accountId, response: 'refuses', goal: 'Decide.', ownerId: null } as const;
  const { planId } = await desk.done((context) => makeActionPlan(context, said), rosa);
  expect((await run()).out).toMatch(/NORTH.*refuses to pay.*Decide\.\s+collector\s+Hand it up/u);
  expect((await run('--late')).out).toBe('No account has one.');
  expect((await run('--csv')).out.split('\n')).toHaveLength(2);
  desk.on('2026-08-20');
  expect((await run('--late')).out).toMatch(/late$/u);
  const end = { accountId, planId, result: 'paid', note: 'The wire came.' } as const;
  await desk.done((context) => endActionPlan(context, end), rosa);
  expect(JSON.parse((await run('--ended', '--json')).out)).toMatchObject({
    rows: [{ account: 'NORTH', result: 'paid' }],
  });
  await expect(run('--late', '--ended')).rejects.toThrow('open plans only');
});
