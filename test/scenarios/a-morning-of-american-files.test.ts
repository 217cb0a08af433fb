/**
 * The morning of an American cash desk: balance report, lockbox, clearing-house receipts and
 * returns and a wire, each taken in once, whatever else the same file says.
 */
import { expect, test } from 'vitest';
import { bankFileCommands } from '#areas/bank-files/commands.ts';
import { importCommands } from '#areas/imports/commands.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';

const commands = [...importCommands, ...bankFileCommands];

async function take(story: Story, file: string) {
  const { exit, out } = await runCommand(commands, 'import', story, [
    file,
    '--as',
    'bank',
    '--json',
  ]);
  return { exit, told: JSON.parse(out.split('\n')[0] ?? '') };
}

/** As the files call them: four of the bank, the lockbox, two of the clearing house, one more. */
const accounts = [
  '00313127159',
  '00373995992',
  '00951763604',
  '00476609724',
  '0121000248 0068751',
  '7654321',
  '1912345678',
  '123455',
];

const morning = [
  ['samples/bai2/northgate.txt', 51],
  ['samples/lockbox/invoices.txt', 21],
  ['samples/ach/receipts.ach', 9],
  ['samples/ach/returns.ach', 12],
  ['samples/wire/one-line.txt', 1],
] as const;

test(
  'every file goes in once, and a second time changes nothing',
  { timeout: 60_000 },
  async () => {
    await using desk = await deskOn('2026-11-21');
    for (const number of accounts) {
      const made = await runCommand(commands, 'bank-account', desk, [number, '--currency', 'USD']);
      expect(made.exit).toBe(0);
    }
    for (const [file, rows] of morning) {
      expect(await take(desk, file)).toMatchObject({
        exit: 0,
        told: { rows, accepted: rows, duplicates: 0, problems: [] },
      });
    }
    for (const [file, rows] of morning) {
      expect(await take(desk, file)).toMatchObject({
        exit: 0,
        told: { rows, accepted: 0, duplicates: rows },
      });
    }
  },
);

test('a file whose trailers disagree waits whole, and says by how much', async () => {
  await using desk = await deskOn('2026-11-21');
  const { exit, told } = await take(desk, 'samples/bai2/redacted.txt');
  expect(exit).toBe(1);
  expect(told).toMatchObject({ accepted: 0 });
  expect(JSON.stringify(told.problems)).toContain('7999960');
});

test('a file that is not whole is refused with its record', async () => {
  await using desk = await deskOn('2026-11-21');
  const { exit, told } = await take(desk, 'samples/ach/letters-in-an-amount.ach');
  expect(exit).toBe(1);
  expect(told).toMatchObject({ refused: { code: 'bank_files.bad_record' } });
});
