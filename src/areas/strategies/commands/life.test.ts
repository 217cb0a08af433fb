import { expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { runCommand } from '#test/support/commands.ts';
import { proposed } from '#test/support/policies.ts';
import { ladderFile, type StrategyDesk, strategyDesk } from '#test/support/strategy-desk.ts';
import { setTags } from '#areas/customers/actions/set-tags.ts';
import { strategyCommands } from '../commands.ts';

const run = (desk: StrategyDesk, name: string, ...args: string[]) =>
  runCommand(strategyCommands, `strategies ${name}`, desk, args);
const why = ['--reason', 'as agreed'] as const;

test('versions are rejected, withdrawn and ended from the command line', async () => {
  await using desk = await strategyDesk('2026-03-01');
  await desk.inForce(ladderFile);
  await proposed(desk, 'ladder', 'the second', { judged: { ...ladderFile, level: 'invoice' } });
  await proposed(desk, 'ladder', 'the third', { judged: { ...ladderFile, minimum: [] } });
  expect(await run(desk, 'reject', 'ladder', '2', ...why)).toMatchObject({
    exit: 0,
    out: 'ladder version 2 is rejected.',
  });
  expect(await run(desk, 'withdraw', 'ladder', '3', ...why, '--json')).toMatchObject({
    out: '{"version":3}',
  });
  expect((await run(desk, 'withdraw', 'ladder', '9', ...why)).exit).toBe(1);
  expect(await run(desk, 'retire', 'ladder', ...why, '--from', '2026-03-05')).toMatchObject({
    out: 'ladder ends on Mar 5, 2026.',
  });
  await expect(run(desk, 'retire', ...why)).rejects.toThrow(WrongUsage);
});

test('a member has read a version, once; a stranger has not', async () => {
  await using desk = await strategyDesk('2026-03-01');
  await desk.inForce(ladderFile);
  const read = (email: string) => run(desk, 'attest', 'ladder', '1', '--by', email, ...why);
  expect(await read('nobody@nowhere.example')).toMatchObject({
    exit: 1,
    err: 'Nobody here has the e-mail address nobody@nowhere.example.',
  });
  await expect(run(desk, 'attest', 'ladder', '1', ...why)).rejects.toThrow(WrongUsage);
});

test('an overlap says who would be taken twice, and who by nobody', async () => {
  await using desk = await strategyDesk('2026-03-01');
  const where = (field: string, is: string) => [{ field, is }];
  await desk.inForce({ ...ladderFile, segment: { order: '10', where: where('tag', 'vip') } });
  const some = { order: '20', where: where('kind', 'trade') };
  await desk.inForce({ ...ladderFile, key: 'trade', segment: some });
  const north = await desk.account('NORTH');
  await desk.invoice(north, { amount: '600', issued: '2026-01-01', due: '2026-02-01' });
  await desk.done((context) => setTags(context, { accountId: north, tags: ['vip'] }));
  const shown = await run(desk, 'overlap', '--json');
  expect(JSON.parse(shown.out)).toMatchObject({
    accounts: 1,
    inSeveral: 1,
    inNone: 0,
    rows: [{ takes: 'ladder', also: ['trade'], accounts: 1, example: 'NORTH' }],
  });
  const text = await run(desk, 'overlap');
  expect(text.out).toContain('1 account owes; 1 in several segments, 0 in none.');
  expect(await desk.morning('2026-03-02')).toMatchObject({ proposed: 1 });
  expect(await desk.listed()).toMatchObject([{ strategy: 'ladder' }]);
});
