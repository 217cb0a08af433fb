import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCommands } from '#areas/imports/commands.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { zipOf } from '#test/support/zip.ts';
import { bankFileCommands } from './commands.ts';

const commands = [...importCommands, ...bankFileCommands];
const run = (story: Story, name: string, ...args: string[]) =>
  runCommand(commands, name, story, args);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dunlin-bank-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileWith(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

const mt940 = [
  ':20:STARTUMSE',
  ':25:12345678/1020304050',
  ':28C:1/1',
  ':60F:C260601EUR100,00',
  ':61:2606020602C45,00NTRFINV-1//A1',
  ':86:INV-1 NORTH',
  ':61:2606020602D5,00NCHGNONREF//A2',
  ':86:FEE',
  ':62F:C260602EUR140,00',
  '-',
].join('\r\n');

describe('dunlin import of a bank’s file', () => {
  test('waits for its account, goes in once that is there, and changes nothing again', async () => {
    await using desk = await deskOn('2026-06-03');
    const file = await fileWith('day.sta', mt940);
    const waiting = await run(desk, 'import', file, '--json');
    expect(waiting.exit).toBe(1);
    expect(JSON.parse(waiting.out)).toMatchObject({
      kind: 'bank',
      rows: 2,
      accepted: 0,
      problems: [{ file: 'day.sta', code: 'bank_files.account_unknown' }],
    });
    const still = JSON.parse((await run(desk, 'import', file, '--json')).out);
    expect(still.problems).toEqual(JSON.parse(waiting.out).problems);
    const made = await run(desk, 'bank-account', '12345678/1020304050', '--currency', 'EUR');
    expect(made).toMatchObject({ exit: 0, out: 'Registered: ••4050 in EUR.' });

    const next = await fileWith('next.sta', mt940.replaceAll('A1', 'A7').replace('1/1', '2/1'));
    const tried = await run(desk, 'import', next, '--as', 'bank', '--dry-run', '--json');
    expect(JSON.parse(tried.out)).toMatchObject({ accepted: 2, dryRun: true });
    const taken = await run(desk, 'import', next, '--as', 'bank');
    expect(taken).toEqual({
      exit: 0,
      out: '2 lines: 2 taken in, 0 known already.\nEUR: 2 amounts, in €45.00, out −€5.00',
      err: '',
    });
    const again = await run(desk, 'import', next, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ rows: 2, accepted: 0, duplicates: 2 });

    const listed = await run(desk, 'bank-files', '--csv');
    expect(listed.out).toContain('day.sta,mt940,MAIN,waits for an account,2,0,0');
    expect(listed.out).toContain('next.sta,mt940,MAIN,taken in,2,2,0');
  });

  test('is refused with the record that stopped it, and keeps nothing', async () => {
    await using desk = await deskOn('2026-06-03');
    const torn = await fileWith('torn.sta', mt940.replace(':62F:C260602EUR140,00', ':62F:C26'));
    const refused = await run(desk, 'import', torn, '--json');
    expect(refused.exit).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({
      refused: { code: 'bank_files.bad_record', facts: { file: 'torn.sta' } },
    });
    expect((await run(desk, 'bank-files')).out).toBe('No files.');
  });

  test('in an archive goes in with all others of it, or none does', async () => {
    await using desk = await deskOn('2026-06-03');
    await run(desk, 'bank-account', '12345678/1020304050', '--currency', 'EUR');
    const packed = async (name: string, second: string) => {
      const parts = [
        { name: 'day/one.sta', text: mt940 },
        { name: 'day/two.sta', text: second },
      ];
      const file = await fileWith(name, '');
      await writeFile(file, zipOf(parts));
      return file;
    };
    const next = mt940.replaceAll('A1', 'A7').replaceAll('A2', 'A8').replace('1/1', '2/1');
    const broken = await packed('broken.zip', next.replace(':61:2606020602C45,00', ':61:26'));
    expect(await run(desk, 'import', broken)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('day/two.sta cannot be read: record 5'),
    });
    expect((await run(desk, 'bank-files')).out).toBe('No files.');
    const whole = await packed('whole.zip', next);
    expect(await run(desk, 'import', whole)).toMatchObject({
      exit: 0,
      out: expect.stringContaining('4 lines: 4 taken in, 0 known already.'),
    });
    const torn = path.join(folder, 'torn.zip');
    await writeFile(torn, (await readFile(whole)).subarray(0, 200));
    expect((await run(desk, 'import', torn)).err).toContain('the archive is not whole');
  });

  test('that is no remittance is refused as one', async () => {
    await using desk = await deskOn('2026-06-03');
    const file = await fileWith('day2.sta', mt940);
    expect(await run(desk, 'import', file, '--as', 'remittance')).toMatchObject({
      exit: 1,
      err: 'day2.sta is no remittance; it holds bank. Take it in as what it is.',
    });
  });
});

describe('a bank’s table', () => {
  const table =
    'Date;Description;Amount\n03/04/2026;DEPOSIT NORTH;1.250,00\n05/04/2026;FEE;-5,00\n';

  test('asks what it does not say, once for the bank', async () => {
    await using desk = await deskOn('2026-06-03');
    const file = await fileWith('table.csv', table);
    const asked = await run(desk, 'import', file, '--as', 'bank');
    expect(asked.exit).toBe(1);
    expect(asked.err).toContain('table.csv does not say its currency');
    const said = ['--as', 'bank', '--currency', 'EUR', '--date-order', 'dmy', '--json'] as const;
    const waiting = JSON.parse((await run(desk, 'import', file, ...said)).out);
    expect(waiting).toMatchObject({ files: [{ state: 'waiting' }] });
    const next = await fileWith('table2.csv', table.replaceAll('/04/', '/06/'));
    const taken = await run(desk, 'import', next, '--as', 'bank', '--json');
    expect(JSON.parse(taken.out)).toMatchObject({ rows: 2, controlTotals: [{ currency: 'EUR' }] });
  });
});
