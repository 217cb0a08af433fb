import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { permissionsOf } from '#platform/auth/roles.ts';
import { saveReport } from '#areas/datasets/actions/save-report.ts';
import { runCommand } from '#test/support/commands.ts';
import { type PackDesk, packDesk } from '#test/support/pack-desk.ts';
import { packMakers } from '#server/packs.ts';
import { packCommands } from './commands.ts';

const run = (desk: PackDesk, ...args: string[]) =>
  runCommand(packCommands(packMakers), 'packs', desk, args);

test('dunlin packs lists the schedules and makes what is due, once', async () => {
  await using desk = await packDesk();
  expect((await run(desk)).out).toBe('Nothing is scheduled.');
  await desk.schedule();
  expect((await run(desk)).out).toContain('Over 60 to the controller');
  expect((await run(desk, 'send')).out).toContain('1 issue made, 0 mails sent.');
  expect((await run(desk, 'send')).out).toContain('0 issues made');
  expect(JSON.parse((await run(desk, '--json')).out)).toMatchObject({
    kinds: packMakers.map(({ kind }) => ({ kind })),
    rows: [{ kind: 'over-60', last: { period: '2026-11-20' } }],
  });
});

test('dunlin packs make writes a pack in its reader’s language and keeps nothing', async () => {
  await using desk = await packDesk();
  const out = mkdtempSync(path.join(os.tmpdir(), 'dunlin-packs-'));
  const wish = ['--as-of', '2026-11-20', '--language', 'es', '--out', out];
  expect((await run(desk, 'make', 'over-60', ...wish)).exit).toBe(0);
  expect(readdirSync(out).toSorted()).toEqual(
    ['html', 'pdf', 'txt', 'xlsx'].map((ending) => `over-60-MAIN-2026-11-20.${ending}`),
  );
  const mail = readFileSync(path.join(out, 'over-60-MAIN-2026-11-20.txt'), 'utf8');
  expect(mail).toContain('$1,500 lleva más de 60 días vencido en 2 cuentas.');
  expect((await run(desk, '--json')).out).toContain('"rows":[]');
  await expect(run(desk, 'make', 'horoscope', ...wish)).rejects.toThrow('of the kind horoscope');
  rmSync(out, { recursive: true });
});

test('dunlin packs make asks which saved report is meant', async () => {
  await using desk = await packDesk();
  const keeper = { memberId: desk.carol, permissions: permissionsOf(['controller']) };
  const question = { dataset: 'open-items', columns: ['account', 'number', 'open'] };
  const report = { title: 'What is open', note: '', shared: 'company', question } as const;
  const plain = { name: undefined, companyId: null, reviewOn: undefined };
  await desk.done((context) => saveReport(context, { ...report, ...plain }, keeper));
  const out = mkdtempSync(path.join(os.tmpdir(), 'dunlin-packs-'));
  await expect(run(desk, 'make', 'saved-report', '--out', out)).rejects.toThrow(
    '--set report=VALUE, where VALUE is one of: what-is-open.',
  );
  const said = ['--set', 'report=what-is-open', '--out', out];
  expect((await run(desk, 'make', 'saved-report', ...said)).exit).toBe(0);
  rmSync(out, { recursive: true });
});
