import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { standardMapping } from '#formats/posting-file/mapped-csv.ts';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { line } from '#test/support/bank-files.ts';
import { deskWithCash } from '#test/support/cash-closing.ts';
import { runCommand } from '#test/support/commands.ts';
import { deskMatching } from '#test/support/matching-desk.ts';
import { nameBookOfRecord } from './actions/book-of-record/name-book.ts';
import { cashCommands } from './commands.ts';

const on = '2026-11-20';

test('close-day prints what differs and exits 1, and signs what balances', async () => {
  await using desk = await deskWithCash(on);
  await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
  const run = (...args: string[]) => runCommand(cashCommands, 'close-day', desk, args);
  const early = await run(on);
  expect(early.exit).toBe(1);
  expect(early.out).toContain('not deposited');
  const refused = await run(on, '--sign', '--json');
  expect(JSON.parse(refused.out)).toMatchObject({ refused: { code: 'cash.day_differs' } });
  await desk.statement({ opening: '0.00', closing: '400.00' }, [line(on, '400.00', 'WIRE')]);
  expect(await run(on, '--sign', '--dry-run')).toMatchObject({ exit: 0, err: '' });
  const signed = await run(on, '--sign');
  expect(signed).toMatchObject({ exit: 0, err: '' });
  expect(signed.out).toContain('Signature 1: the command line (test)');
});

test('reconcile clears what is certain, shows the proof, and signs one statement', async () => {
  await using desk = await deskWithCash(on);
  await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
  const run = (...args: string[]) => runCommand(cashCommands, 'reconcile', desk, args);
  expect((await run()).out).toBe('No statement is there yet.');
  const statementId = await desk.statement({ opening: '0.00', closing: '388.00' }, [
    line(on, '400.00', 'WIRE'),
    line(on, '-12.00', 'SERVICE CHARGE', { channel: 'charge' }),
  ]);
  const open = await run();
  expect(open.exit).toBe(1);
  expect(open.out).toContain('bank fee');
  const signed = await run('--statement', statementId, '--sign');
  expect(signed).toMatchObject({ exit: 1 });
  expect(signed.err).toContain('1 open rows have no word yet');
});

test('match tries without storing, then posts what is certain and says why', async () => {
  await using desk = await deskMatching('2026-06-03');
  const accountId = await desk.account('NORTHWIND');
  await desk.invoice(accountId, { amount: '120', number: 'INV-7', issued: '2026-05-01' });
  await desk.bank('2026-06-03', '120', 'INV-7', { payerName: 'NORTHWIND' });
  const tried = await runCommand(cashCommands, 'match', desk, ['--dry-run', '--json']);
  expect(JSON.parse(tried.out)).toMatchObject({
    dryRun: true,
    decided: 1,
    posted: 1,
    decisions: [{ decision: 'posted', amount: '120.00', payer: 'NORTHWIND' }],
  });
  expect(await desk.open(accountId)).toEqual(['INV-7 120.00']);
  const done = await runCommand(cashCommands, 'match', desk, []);
  expect(done.out).toContain('1 receipts decided: 1 posted, 0 wait on the desk.');
  expect(await desk.open(accountId)).toEqual([]);
});

test('split lists what waits, and splits one credit by a sheet to the cent', async () => {
  await using desk = await deskMatching('2026-06-03');
  const north = await desk.account('NORTH');
  const run = (...args: string[]) => runCommand(cashCommands, 'split', desk, args);
  expect((await run()).out).toBe('No credit waits for its payments to be named.');
  const bulk = { code: 'bai:166', channel: 'ach' } as const;
  await desk.bank('2026-06-03', '1000', 'ACH SETTLEMENT', bulk);
  // The list of the command.
  const { rows } = JSON.parse((await run('--json')).out) as { rows: { receiptId: string }[] };
  const receiptId = rows[0]?.receiptId ?? '';
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'split-'));
  const file = path.join(folder.path, 'payments.csv');
  const sheet = (...lines: string[]) =>
    writeFile(file, ['account,payer,number,amount,pays', ...lines].join('\n'));
  await sheet('NORTH,,8831,600.00,I-1', ',Delta Farms,8832,lots,');
  expect((await run(receiptId, file)).err).toContain('Line 3, amount: “lots” is no amount.');
  await sheet('NOWHERE,,8831,600.00,I-1', ',Delta Farms,8832,400.00,');
  expect((await run(receiptId, file)).err).toContain('Payment 1 names account NOWHERE');
  await sheet('NORTH,,8831,600.00,I-1', ',Delta Farms,8832,399.99,');
  expect(await run(receiptId, file)).toMatchObject({
    exit: 1,
    err: expect.stringContaining('but the bank credited $1,000.00.'),
  });
  await sheet('north,,8831,600.00,I-1', ',Delta Farms,8832,400.00,');
  expect(await run(receiptId, file, '--dry-run')).toMatchObject({ exit: 0, err: '' });
  expect((await run(receiptId, file)).out).toBe('Split into 2 payments.');
  const parts = await desk.db.all(sql<{ told: string }>`
    select concat_ws(' ', n.state, r.amount_minor, r.payer_name, r.reference,
                     (r.stated_account = ${north})::text) as told
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
     order by r.amount_minor`);
  expect(parts.map(({ told }) => told)).toEqual([
    'unposted 40000 Delta Farms 8832',
    'unposted 60000  8831 true',
    'split 100000  T1',
  ]);
  expect((await run(receiptId, file)).exit).toBe(1);
});

test('variances lists money that lies free, by cause, as a table, CSV or JSON', async () => {
  await using desk = await deskWithCash(on);
  const run = (...args: string[]) => runCommand(cashCommands, 'variances', desk, args);
  expect((await run()).out).toBe('No variances.');
  await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
  expect((await run()).out).toContain('lies on account; nothing says what it pays.');
  const read = JSON.parse((await run('--json')).out);
  expect(read).toMatchObject({ rows: [{ cause: 'on_account', amount: '400.00' }] });
  expect((await run('--csv', '--cause', 'on_account')).out.split('\n')).toHaveLength(2);
  expect((await run('--cause', 'misapplied')).out).toBe('No variances.');
  await expect(run('--cause', 'bad_luck')).rejects.toThrow('--cause takes one of misapplied');
});

test('posting-file makes the next file into a folder and writes down what came back', async () => {
  await using desk = await deskWithCash(on);
  const { companyId } = desk;
  const run = (...args: string[]) => runCommand(cashCommands, 'posting-file', desk, args);
  expect(await run('make')).toMatchObject({ exit: 1 });
  const book = { system: 'csv', settings: standardMapping, since: day(on) } as const;
  await desk.done((context) => nameBookOfRecord(context, { companyId, book }));
  await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'posting-file-'));
  expect((await run('make', '--dry-run', '--json')).out).toContain('"lines":1');
  const made = await run('make', '--json', '--out', folder.path);
  // The answer of a file made.
  const { fileId, fileName } = JSON.parse(made.out) as { fileId: string; fileName: string };
  const written = path.join(folder.path, fileName);
  expect(await readFile(written, 'utf8')).toContain('NORTH,W-1,,400.00,USD');
  const answers = path.join(folder.path, 'answers.csv');
  await writeFile(answers, 'line,answer,said\n1,rejected,unknown customer\n');
  expect((await run('ack', fileId, '--answers', answers)).out).toContain('1 rejected');
  expect((await run()).out).toContain('Not told yet: 1 lines.');
  expect(await run('ack', fileId, '--rest-accepted')).toMatchObject({ exit: 0 });
});
