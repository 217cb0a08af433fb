import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { deskOn, type Story } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { proposed } from '#test/support/policies.ts';
import { smallStrategy } from '#test/support/strategy-files.ts';
import { strategyCommands } from './commands.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'strategies-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

const run = (story: Story, name: string, ...args: string[]) =>
  runCommand(strategyCommands, `strategies ${name}`, story, args);

describe('dunlin strategies check', () => {
  test('says what fits, how the examples come out and what is new', async () => {
    await using desk = await deskOn('2026-07-20');
    const place = file('small.yaml', smallStrategy);
    const checked = await run(desk, 'check', place);
    expect(checked).toEqual({
      exit: 0,
      out: `${place}: fits. 1 example passes, 0 fail.\n  New strategy small with 2 steps.`,
      err: '',
    });
  });

  test('names the file, the line and the remedy of what does not fit', async () => {
    await using desk = await deskOn('2026-07-20');
    const place = file('wrong.yaml', smallStrategy.replace('days: 5', 'dayz: 5'));
    const checked = await run(desk, 'check', place);
    expect(checked).toMatchObject({
      exit: 1,
      err: `${place}:11:5: There is no field dayz here. Did you mean days?`,
    });
    const asJson = JSON.parse((await run(desk, 'check', place, '--json')).out);
    expect(asJson).toMatchObject({
      problems: [{ code: 'strategy.misspelt_field', line: 11, column: 5, field: 'steps[0].dayz' }],
    });
  });

  test('an example that fails says what it expected and what it found', async () => {
    await using desk = await deskOn('2026-07-20');
    const place = file('fails.yaml', smallStrategy.replace('step: l1, amount', 'step: l2, amount'));
    const checked = await run(desk, 'check', place);
    expect(checked.exit).toBe(1);
    expect(checked.err).toContain('five days late. Expected l2 600.00 USD, found l1 600.00 USD.');
  });

  test('a file that is not there is said so', async () => {
    await using desk = await deskOn('2026-07-20');
    await expect(run(desk, 'check', 'nowhere.yaml')).rejects.toThrow('no file nowhere.yaml');
    await expect(run(desk, 'check')).rejects.toThrow(WrongUsage);
  });
});

describe('the life of a strategy from the command line', () => {
  test('proposed, refused to its author, approved by another, published, shown', async () => {
    await using desk = await deskOn('2026-07-20');
    const place = file('life.yaml', smallStrategy);
    expect(await run(desk, 'propose', place, '--reason', 'first')).toMatchObject({
      exit: 0,
      out: 'small version 1 is proposed. 1 example passes, 0 fail. A second person approves it.',
    });
    const mine = await run(desk, 'approve', 'small', '1', '--reason', 'mine', '--unseen');
    expect(mine).toMatchObject({
      exit: 1,
      err: 'You wrote this version. A second person approves it.',
    });
    expect((await run(desk, 'show', 'small')).out).toBe(smallStrategy.trimEnd());
    const early = await run(desk, 'publish', 'small', '1', '--reason', 'now', '--json');
    expect(JSON.parse(early.out)).toMatchObject({ refused: { code: 'policies.not_approved' } });
    const listed = JSON.parse((await run(desk, 'list', '--json')).out);
    expect(listed).toMatchObject({ rows: [{ key: 'small', version: 1, state: 'tested' }] });
  });

  test('what somebody else wrote is approved and published', async () => {
    await using desk = await deskOn('2026-07-20');
    const maya = await desk.member('manager');
    await proposed(desk, 'small', smallStrategy, {}, maya);
    const why = ['--reason', 'agreed'];
    expect((await run(desk, 'approve', 'small', '1', ...why)).exit).toBe(0);
    const published = await run(desk, 'publish', 'small', '1', '--from', '2026-08-01', ...why);
    expect(published.out).toBe('small version 1 is in force from Aug 1, 2026.');
    expect((await run(desk, 'list')).out).toContain('2026-08-01');
  });

  test('a dry run stores nothing, and the same text is not proposed twice', async () => {
    await using desk = await deskOn('2026-07-20');
    const place = file('dry.yaml', smallStrategy);
    const dry = await run(desk, 'propose', place, '--reason', 'try', '--dry-run', '--json');
    expect(JSON.parse(dry.out)).toMatchObject({ version: 1, dryRun: true });
    expect((await run(desk, 'list')).out).toBe('No strategies.');
    await run(desk, 'propose', place, '--reason', 'first');
    const again = await run(desk, 'propose', place, '--reason', 'again');
    expect(again.err).toContain('to the letter');
  });

  test('two versions are compared in plain words', async () => {
    await using desk = await deskOn('2026-07-20');
    const later = smallStrategy.replace('days: 20', 'days: 25');
    await run(desk, 'propose', file('one.yaml', smallStrategy), '--reason', 'first');
    await run(desk, 'propose', file('two.yaml', later), '--reason', 'later');
    const compared = await run(desk, 'diff', 'small', '--from', '1', '--to', '2');
    expect(compared.out).toBe('l2 moves from day 20 to day 25.');
    expect((await run(desk, 'diff', 'small', '--to', '9')).exit).toBe(1);
    const same = await run(desk, 'diff', 'small', '--from', '2', '--to', '2', '--json');
    expect(JSON.parse(same.out)).toEqual({ from: 2, lines: [] });
  });
});
