import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { memberById } from '#areas/team/index.ts';
import { runCommand } from '#test/support/commands.ts';
import { type PortfolioDesk, portfolioDesk } from '#test/support/portfolio-desk.ts';
import { portfolioCommands } from './commands.ts';

const run = (desk: PortfolioDesk, name: string, ...args: string[]) =>
  runCommand(portfolioCommands, name, desk, args);

async function rulesFile(rules: unknown): Promise<AsyncDisposable & { readonly file: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dunlin-rules-'));
  const file = path.join(folder, 'rules.json');
  await writeFile(file, JSON.stringify(rules));
  return { file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test('a file of rules is tried, then applied, and taken back by its id', async () => {
  await using desk = await portfolioDesk();
  await desk.open('NORTH', { state: 'TX', owes: '1000' });
  const ana = await memberById(desk.db, desk.ana);
  const give = { to: 'member', members: [ana?.email] };
  await using kept = await rulesFile([{ name: 'Texas', when: { states: ['TX'] }, give }]);

  const tried = await run(desk, 'assign', '--rules', kept.file, '--dry-run');
  expect(tried.out).toContain('1 account would move, $1,000.00. Nothing was changed.');
  expect(await desk.owners()).toEqual({ NORTH: 'nobody' });

  const done = await run(desk, 'assign', '--rules', kept.file, '--json');
  // Printed by the command as an effect.
  const { reassignmentId } = JSON.parse(done.out) as { reassignmentId: string };
  expect(await desk.owners()).toEqual({ NORTH: 'ana' });
  const again = await run(desk, 'assign', '--rules', kept.file);
  expect(again).toMatchObject({ exit: 0, out: expect.stringContaining('Nothing would move') });
  const shown = await run(desk, 'portfolio', '--csv');
  expect(shown.out).toContain('collector,1,');

  const undone = await run(desk, 'assign', '--undo', reassignmentId);
  expect(undone.out).toBe('1 account went back; 0 moved again since and stay.');
  expect(await desk.owners()).toEqual({ NORTH: 'nobody' });
});

test('accounts are given by filter, and evened out', async () => {
  await using desk = await portfolioDesk();
  for (const number of ['A', 'B', 'C', 'D']) await desk.open(number, { owes: '100' });
  const ana = await memberById(desk.db, desk.ana);
  const given = await run(desk, 'assign', '--to', ana?.email ?? '', '--bucket', '31-60');
  expect(given.out).toContain('4 accounts moved');
  const pinned = await run(desk, 'assign', '--rebalance');
  expect(pinned).toMatchObject({ exit: 1, err: expect.stringContaining('Nothing would move') });
});

test('a campaign is counted, started, shown with its figures and ended', async () => {
  await using desk = await portfolioDesk();
  for (const number of ['A', 'B']) await desk.open(number, { state: 'TX', owes: '100' });
  await desk.open('C', { state: 'NY', owes: '100' });
  const wish = ['start', '--name', 'Texas', '--ends', '2026-07-24', '--state', 'TX'];
  const tried = await run(desk, 'campaigns', ...wish, '--dry-run');
  expect(tried.out).toBe('2 accounts fit, $200.00 open. Nothing was started.');
  expect((await run(desk, 'campaigns')).out).toBe('No campaigns.');
  const started = await run(desk, 'campaigns', ...wish, '--goal', '150', '--json');
  // Printed by the command as a campaign.
  const { campaignId } = JSON.parse(started.out) as { campaignId: string };
  expect((await run(desk, 'campaigns')).out).toContain('Texas');
  expect((await run(desk, 'campaigns', 'end', campaignId)).out).toBe('Ended on Jul 20, 2026.');
  const again = await run(desk, 'campaigns', 'end', campaignId);
  expect(again).toMatchObject({ exit: 1, err: expect.stringContaining('has ended') });
  const bad = await run(desk, 'campaigns', ...wish, '--goal', 'much');
  expect(bad).toMatchObject({ exit: 1, err: expect.stringContaining('is not an amount') });
  await expect(run(desk, 'campaigns', 'start', '--name', 'x')).rejects.toThrow('--ends');
  await expect(run(desk, 'campaigns', 'end', 'x')).rejects.toThrow('the id of a campaign');
});

test('a wish that is not one, and a file that is none, are named', async () => {
  await using desk = await portfolioDesk();
  await expect(run(desk, 'assign')).rejects.toThrow(WrongUsage);
  await expect(run(desk, 'assign', '--to', 'x@y.example', '--rebalance')).rejects.toThrow(
    'give one of',
  );
  await expect(run(desk, 'assign', '--to', 'x@y.example')).rejects.toThrow('Nobody has');
  await using kept = await rulesFile([{ name: '' }]);
  await expect(run(desk, 'assign', '--rules', kept.file)).rejects.toThrow('cannot be read');
  expect((await run(desk, 'campaigns')).out).toBe('No campaigns.');
});
