import { expect, test } from 'vitest';
import { runCommand } from '#test/support/commands.ts';
import { deskOwing200 } from '#test/support/refund-desk.ts';
import { refundCommands } from './commands.ts';

test('dunlin refunds prints what is under way, what may go back, and the rules', async () => {
  await using desk = await deskOwing200();
  const run = (...args: string[]) => runCommand(refundCommands, 'refunds', desk, args);
  expect((await run()).out).toBe('Nothing here.');
  expect((await run('--credits')).out).toMatch(/NORTH\s+NORTH\s+CM-1\s+credit memo\s+200\.00/u);
  await desk.ask(desk.creditId, '200', desk.rosa);
  const { out } = await run('--json');
  expect(JSON.parse(out)).toMatchObject({
    asOf: '2026-06-20',
    rows: [{ state: 'requested', amount: '200.00', approvals: { needs: 1, given: [] } }],
  });
  expect((await run('--packs')).out).toContain('34 CFR 668.164(h)(2)');
  expect((await run('--files', '--csv')).out).toContain('File');
});
