import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askWriteOff } from '#areas/ledger/actions/write-off-item.ts';
import { deskOwed1000, usd } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { samplePdf } from '#test/support/papers.ts';
import { approvalCommands } from './commands.ts';

test('dunlin approvals prints what waits, as a table and as JSON', async () => {
  await using desk = await deskOwed1000();
  const run = (...args: string[]) => runCommand(approvalCommands, 'approvals', desk, args);
  expect((await run()).out).toContain('Nothing waits');
  const { accountId, invoiceId: itemId } = desk;
  const wish = { accountId, itemId, amount: usd('900'), evidence: '' };
  const rosa = await desk.member('collector');
  await desk.done((context) => askWriteOff(context, wish), rosa);
  expect((await run()).out).toMatch(/Write off I-1 of NORTH\s+900\.00 USD\s+collector/u);
  const { out } = await run('--json');
  expect(JSON.parse(out)).toMatchObject({ asOf: '2026-07-20', rows: [{ state: 'open' }] });
  expect(JSON.parse((await run('--ended', '--json')).out)).toMatchObject({ rows: [] });
});

test('dunlin duties names who holds duties that must be apart', async () => {
  await using desk = await deskOwed1000();
  const run = (...args: string[]) => runCommand(approvalCommands, 'duties', desk, args);
  expect((await run()).out).toBe('Nobody holds duties that must be apart.');
  await desk.member('manager');
  expect((await run()).out).toMatch(/manager\s+manager\s+approving credit memos/u);
  expect(JSON.parse((await run('--json')).out)).toMatchObject({ findings: 1 });
});

test('dunlin evidence adds papers to a request, lists and saves them as they came', async () => {
  await using desk = await deskOwed1000();
  const { accountId, invoiceId: itemId } = desk;
  const wish = { accountId, itemId, amount: usd('900'), evidence: '' };
  const rosa = await desk.member('collector');
  const asked = await desk.done((context) => askWriteOff(context, wish), rosa);
  const run = (...args: string[]) => runCommand(approvalCommands, 'evidence', desk, args);
  expect((await run(asked.requestId)).out).toBe('No paper stands beside it.');
  const folder = await mkdtemp(join(tmpdir(), 'dunlin-evidence-'));
  const letter = join(folder, 'letter.pdf');
  await writeFile(letter, samplePdf('letter'));
  const added = await run(asked.requestId, letter);
  expect(added.err).toBe('1 paper added.');
  expect(added.out).toMatch(/letter\.pdf\s+\d+\s+the command line/u);
  expect((await run(asked.requestId, letter)).err).toContain('Nothing new');
  const saved = await mkdtemp(join(tmpdir(), 'dunlin-evidence-'));
  expect((await run(asked.requestId, '--save', saved)).out).toBe(join(saved, 'letter.pdf'));
  expect(await readFile(join(saved, 'letter.pdf'))).toEqual(Buffer.from(samplePdf('letter')));
  expect(JSON.parse((await run(asked.requestId, '--json')).out)).toMatchObject({
    rows: [{ file: 'letter.pdf', mediaType: 'application/pdf' }],
  });
  await expect(run('not-an-id')).rejects.toThrow('dunlin approvals lists them');
  await writeFile(letter, 'MZ');
  await expect(run(asked.requestId, letter)).rejects.toThrow('is no PDF');
});
