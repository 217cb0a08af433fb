import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { WrongUsage } from '#platform/cli/command.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { intend, reachable } from '#test/support/gate.ts';
import { askPermit } from './actions/ask-permits.ts';
import { complianceCommands } from './commands.ts';

const run = (story: Story, name: string, ...args: string[]) =>
  runCommand(complianceCommands, name, story, args);

async function deskWithNorth() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  await desk.invoice(accountId, { amount: '400', issued: '2026-09-01' });
  await reachable(desk, accountId);
  return { ...desk, accountId };
}

test('may-contact answers for the account’s own number and stores nothing', async () => {
  await using desk = await deskWithNorth();
  const allowed = await run(desk, 'may-contact', 'NORTH', '--channel', 'call');
  expect(allowed).toEqual({ exit: 0, out: 'call: allowed', err: '' });
  const early = ['--at', '2026-11-20T11:00:00Z'];
  const blocked = await run(desk, 'may-contact', 'NORTH', '--channel', 'call', '--json', ...early);
  expect(blocked.exit).toBe(1);
  expect(JSON.parse(blocked.out)).toMatchObject({
    account: 'NORTH',
    channel: 'call',
    address: '+12155550142',
    allowed: false,
    reasons: [{ id: 'B2B.HOURS' }],
    nextAllowedAt: '2026-11-20T13:00:00.000000Z',
  });
  const said = await run(desk, 'may-contact', 'NORTH', '--channel', 'call', ...early);
  expect(said.out).toContain('Next allowed: 2026-11-20T13:00:00.000000Z');
  expect((await run(desk, 'permits', 'NORTH')).out).toBe('No permits.');
});

test('permits lists what was allowed and blocked, and why', async () => {
  await using desk = await deskWithNorth();
  const { accountId } = desk;
  await desk.done(async (context) =>
    accept(await askPermit(context, intend(accountId, { channel: 'email', address: '' }))),
  );
  await desk.done(async (context) => accept(await askPermit(context, intend(accountId))));
  const listed = await run(desk, 'permits', 'NORTH', '--json');
  expect(JSON.parse(listed.out)).toMatchObject({
    account: 'NORTH',
    rows: [{ kind: 'allowed' }, { kind: 'blocked', reasons: [{ id: 'MISSING.address' }] }],
  });
  expect((await run(desk, 'permits', 'NORTH', '--kind', 'blocked', '--csv')).out).toContain(
    'e-mail,,collect,blocked,MISSING.address',
  );
});

test('what does not fit is said', async () => {
  await using desk = await deskWithNorth();
  await expect(run(desk, 'may-contact', 'NORTH')).rejects.toThrow(WrongUsage);
  await expect(run(desk, 'may-contact', 'SOUTH', '--channel', 'call')).rejects.toThrow(
    'No account has the number SOUTH.',
  );
  await desk.account('NORTH', { company: await desk.company('TWO') });
  await expect(run(desk, 'permits', 'NORTH')).rejects.toThrow('--company: MAIN, TWO');
});

test('contact-policy says what counts, and what a file would change', async () => {
  await using desk = await deskWithNorth();
  const counts = await run(desk, 'contact-policy');
  expect(counts.out).toContain('The standard counts');
  expect(counts.out).toContain('on business days from 8 to 18 o’clock');
  const folder = mkdtempSync(path.join(tmpdir(), 'contact-policy-'));
  try {
    const file = path.join(folder, 'policy.yaml');
    const example = '{name: at eight, at: 2026-11-20 08:00, expect: blocked}';
    writeFileSync(file, `hours: {from: 9, to: 17}\nexamples: [${example}]\n`);
    const fits = await run(desk, 'contact-policy', file);
    expect(fits).toMatchObject({ exit: 0, err: '' });
    expect(fits.out).toContain('1 of 1 examples pass');
    expect(fits.out).toContain('new: Nobody is contacted but from 9 to 17 o’clock');
    writeFileSync(file, 'hours: {from: 9, to: 7}\n');
    const bad = await run(desk, 'contact-policy', file);
    expect(bad.exit).toBe(1);
    expect(bad.err).toContain(`${file}:1:`);
    const json = await run(desk, 'contact-policy', file, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ problems: [{ field: 'hours' }] });
    const none = run(desk, 'contact-policy', path.join(folder, 'none.yaml'));
    await expect(none).rejects.toThrow('There is no file');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
