import { expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { runCommand } from '#test/support/commands.ts';
import { ladderFile, type StrategyDesk, strategyDesk } from '#test/support/strategy-desk.ts';
import { strategyCommands } from '../commands.ts';

const run = (desk: StrategyDesk, name: string, ...args: string[]) =>
  runCommand(strategyCommands, `experiments ${name}`, desk, args);
const why = ['--reason', 'as agreed'] as const;

async function deskWithExperiment(to = '2026-12-31') {
  const desk = await strategyDesk('2026-03-01');
  const experiment = { challenger: 'softer', share: '50', from: '2026-02-01', to };
  await desk.inForce({ ...ladderFile, experiment });
  await desk.inForce({ ...ladderFile, key: 'softer', segment: { order: '99', where: [] } });
  return desk;
}

test('an experiment is started for a reason, split by the run, shown with both sides', async () => {
  await using desk = await deskWithExperiment();
  for (const number of ['EAST', 'NORTH', 'SOUTH', 'WEST']) {
    const account = await desk.account(number);
    await desk.invoice(account, { amount: '600', issued: '2026-01-01', due: '2026-02-01' });
  }
  expect((await run(desk, 'list')).out).toMatch(/ladder +softer +50 % +off/u);
  await expect(run(desk, 'start', 'ladder')).rejects.toThrow(WrongUsage);
  const tried = await run(desk, 'start', 'ladder', ...why, '--dry-run');
  expect(tried.exit).toBe(0);
  expect((await run(desk, 'list')).out).toContain('off');
  expect(await run(desk, 'start', 'ladder', ...why)).toMatchObject({
    exit: 0,
    out: 'The experiment of ladder starts with the next run.',
  });
  await desk.morning('2026-03-02');
  const json = JSON.parse((await run(desk, 'show', 'ladder', '--json')).out);
  expect(json).toMatchObject({ state: 'runs', isOn: true, lastWord: { reason: 'as agreed' } });
  expect(json.champion.accounts + json.challenged.accounts).toBe(4);
  const shown = await run(desk, 'show', 'ladder');
  expect(shown.out).toContain('ladder against softer, 50 % of its accounts');
  expect(shown.out).toMatch(/softer: \d accounts?, 0 % collected/u);
  expect(shown.out).toContain('Nobody knows yet which is better.');
  expect((await run(desk, 'stop', 'ladder', ...why)).out).toContain('is stopped');
  expect((await run(desk, 'list', '--csv')).out).toContain('ladder,softer,50 %,off');
});

test('what has no experiment, or one that is over, is refused by name', async () => {
  await using desk = await deskWithExperiment('2026-02-20');
  const none = await run(desk, 'show', 'softer');
  expect(none).toMatchObject({ exit: 1, out: '' });
  expect(none.err).toContain('softer');
  expect((await run(desk, 'start', 'softer', ...why)).exit).toBe(1);
  const over = await run(desk, 'start', 'ladder', ...why, '--json');
  expect(over.exit).toBe(1);
  expect(JSON.parse(over.out)).toMatchObject({
    refused: { code: 'strategies.experiment_over', facts: { to: '2026-02-20' } },
  });
});

test('a desk without experiments says so', async () => {
  await using desk = await strategyDesk('2026-03-01');
  expect((await run(desk, 'list')).out).toBe('No experiments.');
});
